using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing;

/// <summary>What came of one file.</summary>
/// <param name="Article">Null when the file is rejected (an error is in the list) or holds nothing to import (a warning or info says so).</param>
/// <param name="Diagnostics">Findings in the order of their place.</param>
public sealed record ParseResult(ParsedArticle? Article, IReadOnlyList<Diagnostic> Diagnostics);
