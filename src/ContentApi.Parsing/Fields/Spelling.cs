using System.Text;

namespace ContentApi.Parsing.Fields;

/// <summary>Chooses among the spellings of a name in one file, as the database chooses among those of all files.</summary>
internal static class Spelling
{
    /// <summary>The smaller by code points, which is the order of UTF-8 and not that of UTF-16.</summary>
    public static string Smaller(string one, string other) =>
        one == other || Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)) < 0 ? one : other;

    /// <summary>Puts a name into a list, or gives the one that is there the smaller spelling of the two.</summary>
    /// <param name="names">By key.</param>
    /// <param name="name">The name.</param>
    /// <returns>True when it was not there.</returns>
    public static bool Add(Dictionary<string, ParsedName> names, ParsedName name)
    {
        if (names.TryAdd(name.Key, name))
            return true;
        names[name.Key] = name with { Name = Smaller(names[name.Key].Name, name.Name) };
        return false;
    }

    /// <summary>Paths each once, with one spelling for what several of them share.</summary>
    /// <param name="paths">From the root to the leaf, none of them empty.</param>
    public static IReadOnlyList<IReadOnlyList<ParsedName>> Unite(IReadOnlyList<IReadOnlyList<ParsedName>> paths)
    {
        if (paths.Count < 2)
            return paths;
        var tree = new List<ParsedName>();
        var places = new Dictionary<(int Parent, string Key), int>();
        var united = paths.Select(Walk).ToList();
        return [.. united.DistinctBy(path => path[^1]).Select(path => path.ConvertAll(place => tree[place]))];

        List<int> Walk(IReadOnlyList<ParsedName> path)
        {
            var walked = new List<int>(path.Count);
            foreach (var name in path)
            {
                var at = (walked.Count == 0 ? -1 : walked[^1], name.Key);
                if (places.TryAdd(at, tree.Count))
                    tree.Add(name);
                else
                    tree[places[at]] = name with { Name = Smaller(tree[places[at]].Name, name.Name) };
                walked.Add(places[at]);
            }

            return walked;
        }
    }
}
