using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>What came of a data file.</summary>
/// <param name="Root">The value of the file, of a file without one an empty map; null when it cannot be read, which an error then says.</param>
/// <param name="Diagnostics">Findings in the order of their place.</param>
public sealed record DataFileReading(MetaNode? Root, IReadOnlyList<Diagnostic> Diagnostics);
