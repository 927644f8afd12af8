namespace ContentApi.GraphQL.Planning.Output;

/// <summary>The number of rows.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Edges">All edges that lead to them, where there are several; else empty.</param>
/// <param name="Known">See <see cref="Rowset.Total"/>.</param>
internal sealed record OutputCount(Rowset Rows, IReadOnlyList<EdgeList> Edges, string? Known) : OutputValue
{
    /// <summary>Counts rows, with what is known of their number.</summary>
    public static OutputCount Of(Rowset rows, IReadOnlyList<EdgeList>? edges = null) => new(rows, edges ?? [], rows.HasFilter ? null : rows.Total?.Invoke());
}
