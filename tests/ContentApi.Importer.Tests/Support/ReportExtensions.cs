namespace ContentApi.Importer.Tests.Support;

internal static class ReportExtensions
{
    /// <summary>The counters that are not 0, in the order of the report.</summary>
    public static string Counts(this ImportReport report)
    {
        (string Name, int Count)[] counters =
        [
            ("created", report.Created), ("updated", report.Updated), ("unchanged", report.Unchanged), ("removed", report.Removed),
            ("renamed", report.Renamed), ("failed", report.Failed), ("skipped", report.Skipped),
        ];
        return string.Join(' ', counters.Where(x => x.Count > 0).Select(x => $"{x.Name} {x.Count}"));
    }

    /// <summary>One line a finding: code, path, line and column.</summary>
    public static string Findings(this ImportReport report) =>
        string.Join('\n', report.Diagnostics.Select(x => $"{x.Code} {x.Path}:{x.Line}:{x.Column}"));
}
