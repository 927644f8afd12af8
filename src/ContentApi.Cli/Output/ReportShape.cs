using ContentApi.Importer;

namespace ContentApi.Cli.Output;

/// <summary>The members of a JSON report, in the order and under the names of contract C1.</summary>
internal record ReportShape(
    string Source,
    string Dialect,
    int Created,
    int Updated,
    int Unchanged,
    int Removed,
    int Renamed,
    int Failed,
    int Skipped,
    long ContentVersion,
    long ElapsedMs,
    int Files,
    int Gone,
    IEnumerable<DiagnosticShape> Diagnostics)
{
    public static ReportShape Of(ImportReport report) => new(
        report.Source,
        report.Dialect,
        report.Created,
        report.Updated,
        report.Unchanged,
        report.Removed,
        report.Renamed,
        report.Failed,
        report.Skipped,
        report.ContentVersion,
        (long)report.Elapsed.TotalMilliseconds,
        report.Files,
        report.Gone,
        report.Diagnostics.Select(finding => new DiagnosticShape(
            finding.Code, finding.Severity, finding.Path, finding.Line, finding.Column, finding.Message, finding.Hint)));
}
