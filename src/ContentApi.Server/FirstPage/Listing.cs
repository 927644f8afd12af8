namespace ContentApi.Server.FirstPage;

/// <summary>A connection of the graph: how many there are, and the first of them.</summary>
/// <typeparam name="TNode">What is listed.</typeparam>
/// <param name="TotalCount">How many there are.</param>
/// <param name="Nodes">Null when only the count was asked for.</param>
public sealed record Listing<TNode>(int TotalCount, IReadOnlyList<TNode>? Nodes);
