using System.Runtime.InteropServices;
using ContentApi.GraphQL.Errors;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// Limits on what an operation asks for, counted as if every fragment were written out, without writing them out: each
/// fragment is measured once, so a fragment bomb costs no more than its text. They come before validation, which compares
/// every pair of equal response keys and every pair of fragments.
/// </summary>
internal sealed class SelectionLimits(GraphQLDocument document)
{
    private const int MaximumDepth = 16;
    private const int MaximumFields = 2_000;
    private const int MaximumOperations = 100;
    private const int MaximumFragments = 200;
    private const int MaximumAliases = 200;
    private const int MaximumDirectives = 200;
    private const int MaximumIntrospectionLists = 3;

    private readonly Dictionary<string, GraphQLFragmentDefinition> _definitions = document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .DistinctBy(fragment => fragment.FragmentName.Name.StringValue)
        .ToDictionary(fragment => fragment.FragmentName.Name.StringValue);

    private readonly int _fragmentCount = document.Definitions.Count(definition => definition is GraphQLFragmentDefinition);

    private readonly Dictionary<string, Size> _fragments = [];

    /// <summary>Measures every operation of the document.</summary>
    /// <exception cref="LimitError">A limit is exceeded.</exception>
    public void Check(IReadOnlyList<GraphQLOperationDefinition> operations)
    {
        // Validation follows the fragments from each of them anew.
        Require(operations.Count <= MaximumOperations, ErrorCode.TooManyOperations, $"The document has {operations.Count} operations; at most {MaximumOperations} are read.", operations[0]);
        foreach (var operation in operations)
        {
            Check(operation);
        }
    }

    // What is not valid, a fragment that is unknown or holds itself, counts as nothing.
    private void Check(GraphQLOperationDefinition operation)
    {
        var size = Measure(operation.SelectionSet) + Directives(operation) + (operation.Variables?.Items ?? []).Aggregate(default(Size), (sum, variable) => sum + Directives(variable));
        Require(_fragmentCount <= MaximumFragments, ErrorCode.TooManyFragments, $"The document has more than {MaximumFragments} fragments.", operation);
        Require(size.Depth <= MaximumDepth, ErrorCode.TooDeep, $"The operation is {size.Depth} fields deep; at most {MaximumDepth} are answered.", operation);
        Require(size.Fields <= MaximumFields, ErrorCode.TooManyFields, $"The operation asks for more than {MaximumFields} fields.", operation);
        Require(size.Aliases <= MaximumAliases, ErrorCode.TooManyAliases, $"The operation has more than {MaximumAliases} aliases.", operation);
        Require(size.Directives <= MaximumDirectives, ErrorCode.TooManyDirectives, $"The operation has more than {MaximumDirectives} directives.", operation);
        Require(
            size.IntrospectionLists <= MaximumIntrospectionLists,
            ErrorCode.TooDeep,
            $"Introspection goes round in circles: at most {MaximumIntrospectionLists} lists of types and fields are answered inside each other.",
            operation);
    }

    private static void Require(bool holds, string code, string message, GraphQLOperationDefinition operation)
    {
        if (!holds)
        {
            throw new LimitError(code, message) { DocumentOffset = operation.Location.Start };
        }
    }

    private Size Measure(GraphQLSelectionSet? set)
    {
        var total = default(Size);
        foreach (var selection in set?.Selections ?? [])
        {
            var size = selection switch
            {
                GraphQLField field => OfField(field),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue),
                _ => default,
            };
            total += size + Directives((IHasDirectivesNode)selection);
        }

        return total;
    }

    private static Size Directives(IHasDirectivesNode node) => new(0, 0, 0, node.Directives?.Count ?? 0, 0);

    private Size OfField(GraphQLField field)
    {
        var below = Measure(field.SelectionSet);
        var isList = field.Name.StringValue is "fields" or "interfaces" or "possibleTypes" or "inputFields";
        return new Size(below.Depth + 1, below.Fields + 1, below.Aliases + (field.Alias is null ? 0 : 1), below.Directives, below.IntrospectionLists + (isList ? 1 : 0));
    }

    private Size OfFragment(string name)
    {
        if (!_fragments.TryGetValue(name, out var size) && _definitions.TryGetValue(name, out var definition))
        {
            _fragments[name] = default;
            _fragments[name] = size = Measure(definition.SelectionSet) + Directives(definition);
        }

        return size;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Size(int Depth, long Fields, long Aliases, long Directives, int IntrospectionLists)
    {
        private const long Ceiling = int.MaxValue;

        // Side by side: what is counted adds up, what is nested is as deep as its deepest. Sums stop at a ceiling, for bombs double.
        public static Size operator +(Size left, Size right) => new(
            Math.Max(left.Depth, right.Depth),
            Math.Min(left.Fields + right.Fields, Ceiling),
            Math.Min(left.Aliases + right.Aliases, Ceiling),
            Math.Min(left.Directives + right.Directives, Ceiling),
            Math.Max(left.IntrospectionLists, right.IntrospectionLists));
    }
}
