namespace ContentApi.Importer.Planning;

/// <summary>What becomes of a category, a tag or an author.</summary>
/// <param name="Kind"><c>category</c>, <c>tag</c> or <c>author</c>.</param>
/// <param name="Name">Its name; of a category the names from the root joined by <c>/</c>.</param>
/// <param name="Spellings">The ways in which articles spell it, when the import brings a new one: they are one, shown by the first; else empty.</param>
public sealed record NameChange(string Kind, string Name, IReadOnlyList<string> Spellings);
