using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer;

/// <summary>One file after reading.</summary>
/// <param name="Planned">The file.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Rows">Null unless the article is new or made again.</param>
/// <param name="Diagnostics">Findings.</param>
internal sealed record FileOutcome(PlannedFile Planned, FileResult Result, ArticleRows? Rows, IReadOnlyList<Diagnostic> Diagnostics);
