using ContentApi.Cli.Output;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Tests.Output;

public sealed class ImportSummaryTests
{
    [Fact]
    public void Everything_that_happened_is_named()
    {
        var report = Reports.Of(Finding(DiagnosticSeverity.Warning), Finding(DiagnosticSeverity.Error), Finding(DiagnosticSeverity.Info), Finding(DiagnosticSeverity.Warning));

        Assert.Equal(
            "1 created, 2 updated, 5 renamed, 4 removed, 3 unchanged, 7 skipped, 6 failed; 1 error, 2 warnings, 1 note; hexo; version 8; 1.2 s",
            ImportSummary.Of(report));
    }

    [Fact]
    public void What_did_not_happen_is_left_out()
    {
        var report = Reports.Of() with { Created = 0, Updated = 0, Unchanged = 12345, Removed = 0, Renamed = 0, Failed = 0, Skipped = 0, Elapsed = TimeSpan.FromMilliseconds(31.4) };

        Assert.Equal("12,345 unchanged; hexo; version 8; 31 ms", ImportSummary.Of(report));
    }

    [Fact]
    public void What_is_kept_without_a_file_is_told_once_with_what_to_do()
    {
        var report = Reports.Of() with { Created = 0, Updated = 0, Unchanged = 5, Removed = 0, Renamed = 0, Failed = 0, Skipped = 0, Gone = 1200 };

        Assert.Equal("5 unchanged, 1,200 kept without a file (remove with --prune); hexo; version 8; 1.2 s", ImportSummary.Of(report));
    }

    private static Diagnostic Finding(DiagnosticSeverity severity) => new("CODE", severity, "a.md", 1, 1, "message");
}
