namespace ContentApi.Server.FirstPage;

/// <summary>A tag or an author.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Slug">The name as used in addresses.</param>
public sealed record Named(string Name, string Slug);
