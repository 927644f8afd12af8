using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Authors;

/// <summary>What came of the file of a registry.</summary>
/// <param name="People">In the order of the file; empty when the file cannot be read, which an error then says.</param>
/// <param name="Diagnostics">Findings in the order of their place.</param>
public sealed record AuthorRegistryReading(IReadOnlyList<RegisteredAuthor> People, IReadOnlyList<Diagnostic> Diagnostics);
