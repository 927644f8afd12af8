using ContentApi.Parsing.Authors;

namespace ContentApi.Importer.Scanning;

/// <summary>The registry of authors of a folder.</summary>
/// <param name="Path">Below the root, with <c>/</c>; null when there is none.</param>
/// <param name="Registry">Its people. Their portraits have addresses that mean the same in every article.</param>
/// <param name="Findings">What there is to say about the file.</param>
internal sealed record AuthorFile(string? Path, AuthorRegistry Registry, IReadOnlyList<Finding> Findings);
