using ContentApi.Parsing.Authors;

namespace ContentApi.Importer.Scanning;

/// <summary>The registries of authors of a folder, as one.</summary>
/// <param name="Registry">Its people. Their portraits have addresses that mean the same in every article.</param>
/// <param name="Findings">What there is to say about the files.</param>
internal sealed record AuthorFile(AuthorRegistry Registry, IReadOnlyList<Finding> Findings);
