using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Sql;

/// <summary>Writes keyset paging: which rows a page has, and whether there are more on either side.</summary>
internal static class PageSql
{
    // The index ix_article_title has as many.
    private const int IndexedCharacters = 256;

    /// <summary>
    /// Gives the page's rows and one more, numbered in the direction of counting. The size stands in the text: for a LIMIT
    /// in a parameter the planner assumes a tenth of the table.
    /// </summary>
    public static string Subselect(OutputConnection connection)
    {
        var (rows, order, window) = (connection.Rows, connection.Order, connection.Window);
        IEnumerable<string> conditions =
        [
            .. rows.Conditions,
            .. window.After is null ? [] : new[] { Beyond(order, window.After, isAfter: true, isInclusive: false) },
            .. window.Before is null ? [] : new[] { Beyond(order, window.Before, isAfter: false, isInclusive: false) },
        ];
        var keys = string.Join(", ", order.SelectMany(key => Indexed(key, key.Expression).Select(expression => $"{expression} {Direction(key, window)}")));
        var page = rows.IsPagedFromEdge
            ? FromEdge(connection, conditions, keys)
            : $"select {connection.Columns.SelectList} {SqlGenerator.FromOne(rows, conditions)} order by {keys} limit {window.Size + 1}";
        return $"select numbered.*, row_number() over () as row_number, count(*) over () as row_count "
            + $"from ({(rows.Driver is { } driver ? Merge(connection, driver, page) : page)}) numbered";
    }

    // The page of edges goes by the edge's own alias, so that whatever is asked of the edge is asked of it.
    private static string FromEdge(OutputConnection connection, IEnumerable<string> conditions, string keys)
    {
        var (rows, edge) = (connection.Rows, connection.Rows.EdgeAlias);
        var join = rows.Node.IsNeeded ? $" join {rows.Join}" : string.Empty;
        return $"select {connection.Columns.SelectList} from (select {edge}.* from {rows.From} where {string.Join(" and ", conditions)} "
            + $"order by {keys} limit {connection.Window.Size + 1}) {edge}{join} order by {keys}";
    }

    // A page of each, then the page of all: however many rows each leads to, no more of them are read.
    private static string Merge(OutputConnection connection, RowsetDriver driver, string page)
    {
        var each = $"{connection.Columns.Alias}_each";
        var keys = connection.Order.Select(key => $"{each}.{key.Column}").ToList();
        var order = connection.Order.Select((key, index) => $"{keys[index]} {Direction(key, connection.Window)}");
        return $"select distinct on ({string.Join(", ", keys)}) {each}.* from {driver.From} cross join lateral ({page}) {each} "
            + $"where {driver.Condition} order by {string.Join(", ", order)} limit {connection.Window.Size + 1}";
    }

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
