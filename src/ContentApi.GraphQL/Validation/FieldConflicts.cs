using ContentApi.GraphQL.Errors;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// Finds two fields of one response key that differ and can be of one object (specification, section 5.3.2), in a time that grows with the document. The
/// engine finds all such pairs, millions in a document of ours, and writes an error for each; so it is asked only where this finds none.
/// </summary>
internal sealed class FieldConflicts
{
    private const int MaximumFields = 200_000;

    // The engine compares the arguments of any two fields that are the same, by writing them out.
    private const int MaximumRepeats = 100;

    // The type of fields that every object of a selection has.
    private const string Any = "";

    private readonly ISchema _schema;
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private int _fields;

    /// <summary>Looks through every operation of a document whose fragments do not hold themselves.</summary>
    /// <exception cref="LimitError">There are too many to compare.</exception>
    public FieldConflicts(ISchema schema, GraphQLDocument document)
    {
        _schema = schema;
        _fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().DistinctBy(Name).ToDictionary(Name);
        First = document.Definitions.OfType<GraphQLOperationDefinition>().Select(operation => In([operation.SelectionSet])).FirstOrDefault(found => found is not null);
    }

    /// <summary>The first that was found; null when there is none.</summary>
    public ValidationError? First { get; }

    private static string Name(GraphQLFragmentDefinition fragment) => fragment.FragmentName.Name.StringValue;

    private ValidationError? In(IEnumerable<GraphQLSelectionSet> sets)
    {
        var byKey = new Dictionary<ROM, Dictionary<string, List<GraphQLField>>>();
        var spread = new HashSet<string>();
        foreach (var set in sets)
        {
            Collect(set, Any, byKey, spread);
        }

        return byKey.Values.SelectMany(TogetherIn).Select(fields => FieldComparison.Among(fields) ?? Below(fields)).FirstOrDefault(found => found is not null);
    }

    private static void CheckRepeats(List<GraphQLField> fields)
    {
        if (fields is [{ Arguments.Count: > 0 } first, ..] && fields.Count > MaximumRepeats)
        {
            throw new LimitError(ErrorCode.TooManyFields, $"The field '{first.Name.StringValue}' is asked for {fields.Count} times with the same arguments; at most {MaximumRepeats} times are read.") { DocumentOffset = first.Location.Start };
        }
    }

    private ValidationError? Below(List<GraphQLField> fields)
    {
        CheckRepeats(fields);
        var sets = fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>().ToList();
        return sets.Count == 0 ? null : In(sets);
    }

    // Of two object types one object has only one.
    private static IEnumerable<List<GraphQLField>> TogetherIn(Dictionary<string, List<GraphQLField>> byType)
    {
        var shared = byType.GetValueOrDefault(Any, []);
        var ofTypes = byType.Where(fields => fields.Key != Any).Select(fields => (List<GraphQLField>)[.. shared, .. fields.Value]).ToList();
        return ofTypes.Count == 0 ? [shared] : ofTypes;
    }

    private void Collect(GraphQLSelectionSet set, string type, Dictionary<ROM, Dictionary<string, List<GraphQLField>>> byKey, HashSet<string> spread)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    Add(field, type, byKey);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, ObjectType(inline.TypeCondition, type), byKey, spread);
                    break;
                case GraphQLFragmentSpread { FragmentName.Name.StringValue: var name } when _fragments.TryGetValue(name, out var fragment) && spread.Add(name):
                    Collect(fragment.SelectionSet, ObjectType(fragment.TypeCondition, type), byKey, spread);
                    break;
            }
        }
    }

    private void Add(GraphQLField field, string type, Dictionary<ROM, Dictionary<string, List<GraphQLField>>> byKey)
    {
        if (++_fields > MaximumFields)
        {
            throw new LimitError(ErrorCode.TooManyFields, "The document has too many fields of the same names.") { DocumentOffset = field.Location.Start };
        }

        var key = (field.Alias?.Name ?? field.Name).Value;
        if (!byKey.TryGetValue(key, out var byType))
        {
            byKey[key] = byType = [];
        }

        if (!byType.TryGetValue(type, out var fields))
        {
            byType[type] = fields = [];
        }

        fields.Add(field);
    }

    private string ObjectType(GraphQLTypeCondition? condition, string outer) =>
        condition?.Type.Name.StringValue is { } name && _schema.AllTypes[name] is IObjectGraphType ? name : outer;
}
