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

        var columns = Word().Matches(Literal().Replace(filter, string.Empty)).Select(word => word.Value).Where(table.Columns.Contains).Except(ArticleVisibility.Columns).ToList();
        var read = node.RowsRemoved is { } removed
            ? string.Create(CultureInfo.InvariantCulture, $"{node.RowsGiven + removed:N0} rows of '{name}' were read to keep {node.RowsGiven:N0}: {filter}.")
            : $"All rows of '{name}' would be read to keep few: {filter}.";
        return Hint(table, columns, columns, read);
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
        var keys = node.SortKeys.Select(key => SortKey().Match(key)).ToList();
        var aliases = keys.Select(key => key.Groups["alias"].Value).Distinct().ToList();
        var table = aliases is [""] && byAlias.Count == 1 ? byAlias.Values.Single() : aliases is [var alias] ? byAlias.GetValueOrDefault(alias) : null;
        return table is null
            ? null
            : Hint(
                table,
                [.. keys.Select(key => key.Groups["column"].Value)],
                [.. keys.Select(key => $"{key.Groups["column"].Value}{key.Groups["direction"].Value.ToLowerInvariant()}")],
                string.Create(CultureInfo.InvariantCulture, $"{node.RowsTaken:N0} rows of '{table.Name}' were sorted by {string.Join(", ", node.SortKeys)}."));
    }

    private static IndexHint? Hint(TableIndexes table, IReadOnlyList<string> columns, IReadOnlyList<string> keys, string reason) =>
        columns.Count == 0 || columns.Except(table.Columns).Any() || table.HasIndexOn(columns)
            ? null
            : new IndexHint(table.Name, reason, $"create index on {table.Name} ({string.Join(", ", keys)})");

    [GeneratedRegex(@"'(?:[^']|'')*'(?:::[\w ""]+)?|::\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b[a-z_]+\b(?!\()", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^((?<alias>\w+)\.)?(?<column>\w+)( COLLATE ""C"")?(?<direction> DESC)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SortKey();
}
