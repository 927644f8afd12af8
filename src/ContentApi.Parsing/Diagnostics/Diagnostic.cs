namespace ContentApi.Parsing.Diagnostics;

/// <summary>One finding in one file.</summary>
/// <param name="Code">Stable word, a row of <c>schema/diagnostics.md</c>.</param>
/// <param name="Severity">What happened to the file.</param>
/// <param name="Path">Path of the file as the parser was given it.</param>
/// <param name="Line">1-based; 1 when the finding has no place.</param>
/// <param name="Column">1-based, in UTF-16 units; 1 when the finding has no place.</param>
/// <param name="Message">Names the value and what happened to it.</param>
/// <param name="Hint">What to do; null when the message says it all.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string Path,
    int Line,
    int Column,
    string Message,
    string? Hint = null);
