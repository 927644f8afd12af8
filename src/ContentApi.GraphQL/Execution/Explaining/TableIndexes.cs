using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>A table and its indexes, as the database has them now.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Texts">Those of them that hold texts.</param>
/// <param name="Indexes">Its indexes.</param>
internal sealed partial record TableIndexes(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Texts, IReadOnlyList<TableIndex> Indexes)
{
    /// <summary>True for what an index can hold: a column, or a value in a JSON column of a type that reads the same everywhere, which dates do not.</summary>
    public bool CanIndex(string key) => Columns.Contains(key) || (key.Contains("->", StringComparison.Ordinal) && !Time().IsMatch(key));

    /// <summary>True for a text that may be longer than an entry of a B-tree, 2,704 bytes; one that is in a B-tree already is not.</summary>
    public bool IsUnbounded(string key) => Columns.Contains(key)
        ? Texts.Contains(key) && !Indexes.Any(index => index.Method == "btree" && index.Keys.Contains(key))
        : !Cast().IsMatch(key);

    /// <summary>True when an index begins with these keys, in any order.</summary>
    public bool HasIndexOn(IReadOnlyList<string> keys) =>
        Indexes.Any(index => index.Keys.Take(keys.Count).Select(Plain).Order(StringComparer.Ordinal).SequenceEqual(keys.Select(Plain).Order(StringComparer.Ordinal)));

    private static string Plain(string key) => Noise().Replace(key, string.Empty);

    [GeneratedRegex("::(timestamp|date|time)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"\)::(integer|bigint|double precision|boolean)\)*$|^COALESCE\(\(.*\)::(bigint|double precision), ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Cast();

    [GeneratedRegex(@"[\s()]", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();
}
