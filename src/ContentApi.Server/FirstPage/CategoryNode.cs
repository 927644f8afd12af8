namespace ContentApi.Server.FirstPage;

/// <summary>A category in the tree.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Path">Unique key: slugs from the root.</param>
/// <param name="Depth">0 at the root.</param>
/// <param name="ArticleCount">Articles in it and below it.</param>
public sealed record CategoryNode(string Name, string Path, int Depth, int ArticleCount);
