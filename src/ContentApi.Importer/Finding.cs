using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer;

/// <summary>A diagnostic with the line that it is about.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Snippet">The line, cut when it is long; null when the diagnostic has no place.</param>
internal sealed record Finding(Diagnostic Diagnostic, string? Snippet = null);
