using ContentApi.GraphQL.Errors;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// Finds a fragment that holds itself (specification, section 5.5.2.2). The engine finds every way round, thousands where fragments hold each other; and the
/// other rules need not be asked about a document that nobody can write out.
/// </summary>
internal sealed class FragmentCycle
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private readonly HashSet<string> _finished = [];
    private readonly List<GraphQLFragmentSpread> _way = [];

    private FragmentCycle(GraphQLDocument document) =>
        _fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().DistinctBy(Name).ToDictionary(Name);

    /// <summary>Gives the first that is found; null when there is none.</summary>
    public static ValidationError? Find(GraphQLDocument document)
    {
        var search = new FragmentCycle(document);
        return search._fragments.Values.Select(search.From).FirstOrDefault(found => found is not null);
    }

    private static string Name(GraphQLFragmentDefinition fragment) => fragment.FragmentName.Name.StringValue;

    private static string Name(GraphQLFragmentSpread spread) => spread.FragmentName.Name.StringValue;

    private ValidationError? From(GraphQLFragmentDefinition fragment)
    {
        if (!_finished.Add(Name(fragment)))
        {
            return null;
        }

        foreach (var spread in SpreadsIn(fragment.SelectionSet))
        {
            _way.Add(spread);
            if (Behind(spread) is { } found)
            {
                return found;
            }

            _way.RemoveAt(_way.Count - 1);
        }

        return null;
    }

    // The spreads on the way are in fragments that are being looked through; one of those again closes the circle.
    private ValidationError? Behind(GraphQLFragmentSpread spread)
    {
        if (!_fragments.TryGetValue(Name(spread), out var fragment))
        {
            return null;
        }

        var start = _way.FindIndex(passed => fragment.Location.Start < passed.Location.Start && passed.Location.End <= fragment.Location.End);
        return start < 0 ? From(fragment) : Circle(Name(spread), _way[start..]);
    }

    private static ValidationError Circle(string name, List<GraphQLFragmentSpread> way)
    {
        var via = way.Count == 1 ? "" : $" via {string.Join(", ", way.SkipLast(1).Select(Name))}";
        return new ValidationError("5.5.2.2", $"Cannot spread fragment '{name}' within itself{via}.")
        {
            Offsets = [.. way.Select(spread => spread.Location.Start)],
            DocumentOffset = way[0].Location.Start,
        };
    }

    private static IEnumerable<GraphQLFragmentSpread> SpreadsIn(GraphQLSelectionSet? set) => (set?.Selections ?? []).SelectMany(selection => selection switch
    {
        GraphQLFragmentSpread spread => [spread],
        GraphQLInlineFragment inline => SpreadsIn(inline.SelectionSet),
        GraphQLField field => SpreadsIn(field.SelectionSet),
        _ => Enumerable.Empty<GraphQLFragmentSpread>(),
    });
}
