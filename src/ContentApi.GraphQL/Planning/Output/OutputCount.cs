namespace ContentApi.GraphQL.Planning.Output;

/// <summary>The number of rows.</summary>
internal sealed record OutputCount(Rowset Rows) : OutputValue
{
    /// <summary>All edges that lead to the rows, where there are several; else empty.</summary>
    public IReadOnlyList<EdgeList> Edges { get; init; } = [];
}
