using ContentApi.Importer.Scanning;

namespace ContentApi.Importer;

/// <summary>One file after reading.</summary>
/// <param name="Planned">The file.</param>
/// <param name="Result">What came of it.</param>
/// <param name="HasLinks">True for an article, new or made again, that links to another file.</param>
/// <param name="Findings">What is to be said about it.</param>
internal sealed record FileOutcome(PlannedFile Planned, FileResult Result, bool HasLinks, IReadOnlyList<Finding> Findings);
