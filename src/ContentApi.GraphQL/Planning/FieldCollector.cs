using ContentApi.GraphQL.Inputs;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Planning;

/// <summary>Merges selections into response fields: fragments, type conditions, <c>@skip</c> and <c>@include</c> (specification, section 6.3.2).</summary>
internal sealed class FieldCollector(ISchema schema, GraphQLDocument document, InputCoercer coercer)
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .ToDictionary(fragment => fragment.FragmentName.Name.StringValue);

    private readonly NonNullGraphType _condition = new(schema.AllTypes["Boolean"]!);

    /// <summary>Gives the fields that an object of a type answers with, in response order.</summary>
    public IReadOnlyList<CollectedField> Collect(IObjectGraphType type, IEnumerable<GraphQLSelectionSet?> selectionSets)
    {
        var fields = new List<CollectedField>();
        var byKey = new Dictionary<string, CollectedField>();
        var visited = new HashSet<string>();
        foreach (var set in selectionSets)
        {
            Collect(type, set, fields, byKey, visited);
        }

        return fields;
    }

    private void Collect(
        IObjectGraphType type,
        GraphQLSelectionSet? set,
        List<CollectedField> fields,
        Dictionary<string, CollectedField> byKey,
        HashSet<string> visited)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (!IsIncluded(((IHasDirectivesNode)selection).Directives))
            {
                continue;
            }

            switch (selection)
            {
                case GraphQLField field:
                    Add(type, field, fields, byKey);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, fields, byKey, visited);
                    break;
                case GraphQLFragmentSpread spread when visited.Add(spread.FragmentName.Name.StringValue):
                    var fragment = _fragments[spread.FragmentName.Name.StringValue];
                    if (Applies(fragment.TypeCondition, type))
                    {
                        Collect(type, fragment.SelectionSet, fields, byKey, visited);
                    }

                    break;
            }
        }
    }

    private static void Add(IObjectGraphType type, GraphQLField field, List<CollectedField> fields, Dictionary<string, CollectedField> byKey)
    {
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        if (byKey.TryGetValue(key, out var existing))
        {
            existing.Nodes.Add(field);
            return;
        }

        byKey[key] = new CollectedField(key, type, type.Fields.Find(field.Name.Value), [field]);
        fields.Add(byKey[key]);
    }

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type)
    {
        var name = condition?.Type.Name.StringValue;
        return name is null
            || name == type.Name
            || (schema.AllTypes[name] is IAbstractGraphType abstractType && abstractType.PossibleTypes.Contains(type));
    }

    private bool IsIncluded(GraphQLDirectives? directives)
    {
        foreach (var directive in directives ?? Enumerable.Empty<GraphQLDirective>())
        {
            var condition = directive.Name.StringValue is "skip" or "include" ? directive.Arguments?.FirstOrDefault()?.Value : null;
            if (condition is not null && coercer.FromLiteral(condition, _condition) is ScalarInput { Value: bool flag })
            {
                if (flag == (directive.Name.StringValue == "skip"))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
