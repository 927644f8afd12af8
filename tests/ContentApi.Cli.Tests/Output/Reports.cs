using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Tests.Output;

internal static class Reports
{
    /// <summary>A report in which every counter is another number.</summary>
    public static ImportReport Of(params IReadOnlyList<Diagnostic> diagnostics) => new()
    {
        Source = "blog",
        Folder = "/blog",
        Address = "/blog",
        Dialect = "hexo",
        DialectReason = "it has a _config.yml",
        Created = 1,
        Updated = 2,
        Unchanged = 3,
        Removed = 4,
        Renamed = 5,
        Failed = 6,
        Skipped = 7,
        ContentVersion = 8,
        Elapsed = TimeSpan.FromMilliseconds(1234.5),
        Files = 2400,
        Diagnostics = diagnostics,
        NewDiagnostics = diagnostics,
    };
}
