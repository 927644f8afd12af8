using System.Globalization;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Sql;

/// <summary>
/// Lets a statement choose between edges that lead to the same articles. "Of a category, with a tag" can be read from the edges of
/// either, testing each for the other: what that costs is how many edges are passed for one that fits, and the list whose edges lie
/// thinner in time passes fewer. The planner knows averages over all categories and tags; the statement knows these two.
/// </summary>
internal static class SparsestEdges
{
    // So many edges are read of each list, all from one place of an index.
    private const int Sample = 50;

    /// <summary>Gives one of several subselects, all of the same columns; the others are not run.</summary>
    /// <param name="edges">What the subselects read.</param>
    /// <param name="window">The page; null for a whole list.</param>
    /// <param name="subselect">Gives the subselect for one of the edges.</param>
    public static string Rows(IReadOnlyList<EdgeList> edges, PageWindow? window, Func<EdgeList, string> subselect)
    {
        var alternatives = edges.Select((list, index) => $"(select * from ({subselect(list)}) of_list where sparsest.place = {Place(index)})");
        return $"select of_any.* from ({Place(edges, window)}) sparsest cross join lateral ({string.Join(" union all ", alternatives)}) of_any";
    }

    /// <summary>Gives one of several expressions; the others are not evaluated.</summary>
    public static string Value(IReadOnlyList<EdgeList> edges, Func<EdgeList, string> expression)
    {
        var cases = edges.Select((list, index) => $" when {Place(index)} then {expression(list)}");
        return $"(select case sparsest.place{string.Concat(cases)} end from ({Place(edges, window: null)}) sparsest)";
    }

    private static string Place(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    // A list that ends before the sample is full is as thin as can be.
    private static string Place(IReadOnlyList<EdgeList> edges, PageWindow? window)
    {
        var isDescending = edges[0].Order[0].IsDescending ^ (window?.IsBackward ?? false);
        var reaches = edges.Select((list, index) =>
            $"({Place(index)}, coalesce(({Reach(list, window, isDescending)}), '{(isDescending ? "-infinity" : "infinity")}'))");
        return $"select place from (values {string.Join(", ", reaches)}) list(place, reach) order by reach {(isDescending ? "asc" : "desc")}, place limit 1";
    }

    // How far in time the sample reaches. Of several lists read side by side, the densest tells.
    private static string Reach(EdgeList edges, PageWindow? window, bool isDescending)
    {
        var rows = edges.Rows;
        var conditions = string.Join(" and ", rows.UnfilteredConditions.Concat(PageSql.Bounds(edges.Order, window)));
        var direction = isDescending ? "desc" : "asc";
        var order = string.Join(", ", edges.Order.Select(key => $"{key.Expression} {direction}"));
        var reach = $"select {edges.Order[0].Expression} as reach from {rows.From} where {conditions} order by {order} offset {Sample - 1} limit 1";
        return rows.Driver is { } driver
            ? $"select {(isDescending ? "max" : "min")}(sample.reach) from {driver.From} cross join lateral ({reach}) sample where {driver.Condition}"
            : reach;
    }
}
