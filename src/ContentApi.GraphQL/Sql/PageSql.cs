using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Sql;

/// <summary>Writes keyset paging: which rows a page has, and whether there are more on either side.</summary>
internal static class PageSql
{
    // The index ix_article_title has as many.
    private const int IndexedCharacters = 256;

    /// <summary>
    /// Gives the page's rows; those of a numbered page, in the direction of counting, with one more. The size stands in the text: for a LIMIT
    /// in a parameter the planner assumes a tenth of the table.
    /// </summary>
    public static string Subselect(OutputConnection connection)
    {
        var (rows, order, window) = (connection.Rows, connection.Order, connection.Window);
        var page = rows.IsPagedFromEdge ? FromEdges(connection)
            : rows.Driver is { } driver ? MergeRows(connection, driver)
            : FromRows(connection);
        return window.IsNumbered ? $"select numbered.*, row_number() over () as row_number, count(*) over () as row_count from ({page}) numbered" : page;
    }

    /// <summary>Gives the conditions that cursors set.</summary>
    public static IEnumerable<string> Bounds(IReadOnlyList<SortKey> order, PageWindow? window) =>
    [
        .. window?.After is { } after ? new[] { Beyond(order, after, isAfter: true, isInclusive: false) } : [],
        .. window?.Before is { } before ? new[] { Beyond(order, before, isAfter: false, isInclusive: false) } : [],
    ];

    private static string FromRows(OutputConnection connection)
    {
        var (rows, order, window) = (connection.Rows, connection.Order, connection.Window);
        return $"select {connection.Columns.SelectList} {SqlGenerator.FromOne(rows, rows.Conditions.Concat(Bounds(order, window)))} {Limit(order, window)}";
    }

    // The page of edges goes by the edge's own alias, so that whatever is asked of the edge is asked of it.
    private static string FromEdges(OutputConnection connection)
    {
        var (rows, order, window) = (connection.Rows, connection.Order, connection.Window);
        var own = new EdgeList(rows, order);
        var edges = connection.Alternatives.Count == 0 ? Edges(own, window) : SparsestEdges.Rows([own, .. connection.Alternatives], window, list => Edges(list, window));
        var join = rows.Node.IsNeeded ? $" join {rows.Join}" : string.Empty;
        return $"select {connection.Columns.SelectList} from ({edges}) {rows.EdgeAlias}{join} order by {Keys(order, window)}";
    }

    private static string Edges(EdgeList list, PageWindow window)
    {
        var (rows, edge) = (list.Rows, list.Rows.EdgeAlias!);
        var columns = string.Join(", ", rows.EdgeColumns.Select(column => $"{edge}.{column}"));
        var page = $"select {columns} from {rows.From} where {string.Join(" and ", rows.Conditions.Concat(Bounds(list.Order, window)))} {Limit(list.Order, window)}";
        return rows.Driver is { } driver ? Merge(driver, edge, list.Order, window, page) : page;
    }

    private static string MergeRows(OutputConnection connection, RowsetDriver driver)
    {
        var alias = $"{connection.Columns.Alias}_each";
        return Merge(driver, alias, [.. connection.Order.Select(key => key with { Expression = $"{alias}.{key.Column}" })], connection.Window, FromRows(connection));
    }

    // A page of each, then the page of all: however many rows each leads to, no more of them are read.
    private static string Merge(RowsetDriver driver, string alias, IReadOnlyList<SortKey> order, PageWindow window, string page) =>
        $"select distinct on ({string.Join(", ", order.Select(key => key.Expression))}) {alias}.* from {driver.From} cross join lateral ({page}) {alias} "
            + $"where {driver.Condition} {Limit(order, window)}";

    private static string Limit(IReadOnlyList<SortKey> order, PageWindow window) => $"order by {Keys(order, window)} limit {window.Rows}";

    private static string Keys(IReadOnlyList<SortKey> order, PageWindow window) =>
        string.Join(", ", order.SelectMany(key => Indexed(key, key.Expression).Select(expression => $"{expression} {Direction(key, window)}")));

    // An entry of an index is bounded and a long text is not, so its beginning is compared first, which an index can hold.
    private static IEnumerable<string> Indexed(SortKey key, string value) => key.IsIndexedByBeginning ? [$"left({value}, {IndexedCharacters})", value] : [value];

    private static string Direction(SortKey key, PageWindow window) => key.IsDescending ^ window.IsBackward ? "desc" : "asc";

    /// <summary>Gives "true" or "false" as text: whether rows lie beyond the page on one side.</summary>
    public static string HasMore(OutputPageFlag flag)
    {
        // On the side to which rows were counted, the extra row tells; on the other, only a cursor can have cut rows off.
        var cursor = flag.IsNext ? flag.Window.Before : flag.Window.After;
        List<string> conditions = [];
        if (flag.IsCounted)
        {
            conditions.Add($"count(*) > {flag.Window.Size}");
        }

        if (cursor is not null)
        {
            // Mostly the row that the cursor was made of still stands, and its key finds it whatever the order; only else are others looked for.
            string[] cutOff = [.. flag.Rows.Conditions, Beyond(flag.Order, cursor, isAfter: flag.IsNext, isInclusive: true)];
            conditions.Add($"exists(select 1 {SqlGenerator.From(flag.Rows, cutOff.Prepend($"{flag.Order[^1].Expression} = {cursor[^1]}"))})");
            conditions.Add($"exists(select 1 {SqlGenerator.From(flag.Rows, cutOff)})");
        }

        return conditions.Count == 0 ? "'false'" : $"({string.Join(" or ", conditions)})::text";
    }

    // Keys of one direction compare as a row, which an index on them can answer; mixed directions need the long form.
    private static string Beyond(IReadOnlyList<SortKey> order, IReadOnlyList<string> cursor, bool isAfter, bool isInclusive)
    {
        if (order.All(key => key.IsDescending == order[0].IsDescending))
        {
            var comparison = (order[0].IsDescending ^ isAfter ? ">" : "<") + (isInclusive ? "=" : string.Empty);
            var keys = order.SelectMany(key => Indexed(key, key.Expression));
            return $"({string.Join(", ", keys)}) {comparison} ({string.Join(", ", order.SelectMany((key, place) => Indexed(key, cursor[place])))})";
        }

        var alternatives = order.Select((key, index) =>
        {
            var equal = order.Take(index).Select((previous, place) => $"{previous.Expression} = {cursor[place]} and ");
            var comparison = (key.IsDescending ^ isAfter ? ">" : "<") + (isInclusive && index == order.Count - 1 ? "=" : string.Empty);
            return $"({string.Concat(equal)}{key.Expression} {comparison} {cursor[index]})";
        });
        return $"({string.Join(" or ", alternatives)})";
    }
}
