using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Output;

/// <summary>The members of one finding in a JSON report, in the order and under the names of contract C1.</summary>
internal sealed record DiagnosticShape(string Code, DiagnosticSeverity Severity, string Path, int Line, int Column, string Message, string? Hint);
