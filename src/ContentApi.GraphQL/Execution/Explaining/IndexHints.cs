using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.GraphQL.Schema.Fields;

namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>
/// Finds the steps of a plan that an index would spare: many rows read to keep few of them, and sorts of more than some pages.
/// </summary>
internal static partial class IndexHints
{
    // Twenty of the largest pages: below, no index is worth what it costs an import.
    private const int ManyRows = 1_000;

    // A step that keeps more of what it reads is better off without an index.
    private const int FewOf = 10;

    /// <summary>Gives the hints, each table and set of columns once.</summary>
    /// <param name="explained">The array that <c>EXPLAIN (FORMAT JSON)</c> gives.</param>
    /// <param name="tables">The tables of the database.</param>
    public static IReadOnlyList<IndexHint> Find(JsonElement explained, IReadOnlyList<TableIndexes> tables)
    {
        var nodes = PlanNode.All(explained);
        var byAlias = nodes.Where(node => node is { Table: not null, Alias: not null })
            .DistinctBy(node => node.Alias)
            .ToDictionary(node => node.Alias!, node => tables.FirstOrDefault(table => table.Name == node.Table));
        return [.. nodes.Select(node => OfFilter(node, tables) ?? OfSort(node, byAlias)).OfType<IndexHint>().DistinctBy(hint => hint.Suggestion)];
    }

    private static IndexHint? OfFilter(PlanNode node, IReadOnlyList<TableIndexes> tables)
    {
        if (node is not { Filter: { } filter, Table: { } name } || tables.FirstOrDefault(table => table.Name == name) is not { } table || !IsWasteful(node))
        {
            return null;
        }

        var read = node.RowsRemoved is { } removed
            ? string.Create(CultureInfo.InvariantCulture, $"{node.RowsGiven + removed:N0} rows of '{name}' were read to keep {node.RowsGiven:N0}: {filter}.")
            : $"All rows of '{name}' would be read to keep few: {filter}.";
        var comparisons = FilterConditions.Read(filter)
            .Where(comparison => table.CanIndex(comparison.Key) && !ArticleVisibility.Columns.Contains(comparison.Key) && !Word().Matches(comparison.Value).Any(word => table.Columns.Contains(word.Value)))
            .DistinctBy(comparison => comparison.Key)
            .ToList();
        var equal = comparisons.Where(comparison => comparison.IsEquality).Select(comparison => comparison.Key).ToList();

        // Only a hash takes texts of any length, and of one key alone.
        if (equal.Find(table.IsUnbounded) is { } text)
        {
            return table.HasIndexOn([text]) ? null : new IndexHint(name, read, $"create index on {name} using hash ({Key(table, text)})");
        }

        // A B-tree leads from what is equal to the beginning of one range.
        var range = comparisons.Where(comparison => !comparison.IsEquality && !table.IsUnbounded(comparison.Key)).Select(comparison => comparison.Key).Take(1);
        return Hint(table, [.. equal, .. range], [.. equal.Concat(range).Select(key => Key(table, key))], read);
    }

    private static bool IsWasteful(PlanNode node) => node.RowsRemoved is { } removed
        ? removed >= ManyRows && removed >= FewOf * node.RowsGiven
        : node.Type == "Seq Scan";

    private static IndexHint? OfSort(PlanNode node, Dictionary<string, TableIndexes?> byAlias)
    {
        if (node.Type is not ("Sort" or "Incremental Sort") || node.RowsTaken < ManyRows)
        {
            return null;
        }

        // Columns go without an alias where the statement reads one table alone.
        var aliases = node.SortKeys.SelectMany(key => Alias().Matches(key)).Select(match => match.Groups["alias"].Value).Distinct().ToList();
        var table = aliases.Count == 0 && byAlias.Count == 1 ? byAlias.Values.Single() : aliases is [var alias] ? byAlias.GetValueOrDefault(alias) : null;
        var keys = node.SortKeys.Select(key => SortKey().Match(Alias().Replace(key, string.Empty)))
            .Select(match => (Key: FilterConditions.Bare(match.Groups["key"].Value), Direction: match.Groups["direction"].Value.ToLowerInvariant()))
            .ToList();
        return table is null || keys.Exists(key => !table.CanIndex(key.Key) || table.IsUnbounded(key.Key))
            ? null
            : Hint(
                table,
                [.. keys.Select(key => key.Key)],
                [.. keys.Select(key => $"{Key(table, key.Key)}{key.Direction}")],
                string.Create(CultureInfo.InvariantCulture, $"{node.RowsTaken:N0} rows of '{table.Name}' were sorted by {string.Join(", ", node.SortKeys)}."));
    }

    private static string Key(TableIndexes table, string key) => table.Columns.Contains(key) ? key : $"({key})";

    private static IndexHint? Hint(TableIndexes table, IReadOnlyList<string> columns, IReadOnlyList<string> keys, string reason) =>
        columns.Count == 0 || table.HasIndexOn(columns)
            ? null
            : new IndexHint(table.Name, reason, $"create index on {table.Name} ({string.Join(", ", keys)})");

    [GeneratedRegex(@"\b[a-z_]+\b(?!\()", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?<alias>[a-z_]+\d+(_\d+)?|[a-z_]+)\.(?=[a-z_])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^(?<key>.*?)( COLLATE ""C"")?(?<direction> DESC)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex SortKey();
}
