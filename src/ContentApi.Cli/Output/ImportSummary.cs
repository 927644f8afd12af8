using System.Globalization;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Output;

/// <summary>Says in one line what a run did.</summary>
internal static class ImportSummary
{
    /// <summary>For example <c>3 created, 12 unchanged; 2 warnings; hexo; version 7; 0.31 s</c>; counters that are zero are left out.</summary>
    public static string Of(ImportReport report)
    {
        string[] parts = [Counts(report), Findings(report), report.Dialect, $"version {report.ContentVersion}", Duration(report.Elapsed)];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    /// <summary>What happened to the files, for example <c>3 created, 12 unchanged</c>.</summary>
    public static string Counts(ImportReport report)
    {
        (int Count, string Word)[] counters =
        [
            (report.Created, "created"),
            (report.Updated, "updated"),
            (report.Renamed, "renamed"),
            (report.Removed, "removed"),
            (report.Unchanged, "unchanged"),
            (report.Skipped, "skipped"),
            (report.Failed, "failed"),
            (report.Gone, "kept without a file (remove with --prune)"),
        ];
        var said = counters.Where(counter => counter.Count > 0).Select(counter => string.Create(CultureInfo.InvariantCulture, $"{counter.Count:N0} {counter.Word}"));
        return string.Join(", ", said) is { Length: > 0 } text ? text : "no articles";
    }

    /// <summary>For example <c>1 error, 2 warnings</c>; empty without findings.</summary>
    public static string Findings(ImportReport report)
    {
        var said = report.Diagnostics
            .CountBy(finding => finding.Severity)
            .OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Value:N0} {Word(group.Key)}{(group.Value == 1 ? "" : "s")}"));
        return string.Join(", ", said);
    }

    /// <summary>For example <c>31 ms</c> or <c>2.4 s</c>.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    /// <summary>For example <c>warning</c>.</summary>
    public static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
