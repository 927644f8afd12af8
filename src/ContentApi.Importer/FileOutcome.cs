using ContentApi.Data.Rows;
using ContentApi.Importer.Scanning;

namespace ContentApi.Importer;

/// <summary>One file after reading.</summary>
/// <param name="Planned">The file.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Links">Those of an article that is new or made again.</param>
/// <param name="Findings">What is to be said about it.</param>
internal sealed record FileOutcome(PlannedFile Planned, FileResult Result, IReadOnlyList<ArticleLinkRow> Links, IReadOnlyList<Finding> Findings);
