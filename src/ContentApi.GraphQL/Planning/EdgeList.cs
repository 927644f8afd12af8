namespace ContentApi.GraphQL.Planning;

/// <summary>Edges to articles, newest first, among which a page of articles is found without the articles.</summary>
/// <param name="Rows">The edges, with the caller's filter; its entity is not needed for it.</param>
/// <param name="Order">The order of the page, in columns of the edge.</param>
internal sealed record EdgeList(Rowset Rows, IReadOnlyList<SortKey> Order);
