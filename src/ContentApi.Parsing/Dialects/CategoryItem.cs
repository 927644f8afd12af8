namespace ContentApi.Parsing.Dialects;

/// <summary>One element of a list of categories.</summary>
/// <param name="Names">The name, or the names of a nested list; never empty.</param>
/// <param name="IsList">True for a nested list.</param>
internal sealed record CategoryItem(IReadOnlyList<ParsedName> Names, bool IsList);
