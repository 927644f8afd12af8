using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;

namespace ContentApi.Importer;

/// <summary>What is kept of one file after it was read.</summary>
/// <param name="Planned">The file.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Staged">Its article in the staging tables; null when it has none there.</param>
/// <param name="Findings">What is to be said about it.</param>
internal sealed record FileRecord(PlannedFile Planned, FileResult Result, StagedArticle? Staged, IReadOnlyList<Finding> Findings);
