using System.Globalization;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Dev;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;
using Npgsql;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Tells what a <c>dev</c> session serves, just before it is ready.</summary>
internal sealed class DevBanner(AnsiWriter output)
{
    private const int MostFindings = 20;

    /// <summary>Writes the findings, then what is served.</summary>
    /// <param name="report">What the import did; null when there was nothing to import yet.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="database">Where the content is.</param>
    /// <param name="firstPage">The address that shows it.</param>
    public void Write(ImportReport? report, DevOptions options, DevDatabase database, string firstPage)
    {
        if (report is not null)
        {
            WriteFindings(report, options, database);
        }

        output.WriteLine();
        output.Write("  ContentApi ", Palette.Good);
        output.WriteLine(VersionAction.Version, Palette.Quiet);
        output.WriteLine();
        WriteRow("folder", options.Folder);
        if (options.IsSample)
        {
            WriteRow("", "the samples; for your own content: contentapi dev FOLDER");
        }

        if (report is null)
        {
            WriteRow("files", "none yet: save a .md or .html file in the folder");
        }
        else
        {
            WriteRow("dialect", $"{report.Dialect}: {report.DialectReason}");
            WriteRow("files", $"{ImportSummary.Counts(report)}; {ImportSummary.Duration(report.Elapsed)}");
            if (report.Diagnostics.Count > 0)
            {
                WriteRow("findings", ImportSummary.Findings(report));
            }
        }

        WriteRow("database", database.Folder ?? new NpgsqlConnectionStringBuilder(database.ConnectionString).Host!);
        if (database.MovedBecause is { } reason)
        {
            WriteRow("", reason);
        }

        if (options.Documents is { } documents)
        {
            WriteRow("documents", $"{Quantity.Of(documents.Count, "trusted document")} of {documents.Path}{(options.Server.OnlyDocuments == true ? "; nothing else is answered" : "")}");
        }

        WriteRow("saves", options.Watch ? "are imported at once; Ctrl-C ends" : "are not imported (--no-watch); Ctrl-C ends");
        WriteRow("open", firstPage);
        output.WriteLine();
    }

    private void WriteFindings(ImportReport report, DevOptions options, DevDatabase database)
    {
        var text = new TextReport(output, report.Encoding);
        var shown = report.Diagnostics.Where(finding => finding.Severity <= DiagnosticSeverity.Warning).OrderBy(finding => finding.Severity).Take(MostFindings).ToList();
        foreach (var finding in shown)
        {
            text.Write(finding, Printable.PathFrom(Environment.CurrentDirectory, options.Folder));
        }

        var more = (report.Diagnostics.Count - shown.Count).ToString("N0", CultureInfo.InvariantCulture);
        if (more != "0")
        {
            // Notes change nothing, and a site in nine languages has hundreds.
            output.WriteLine($"{(shown.Count > 0 ? $"and {more} more" : ImportSummary.Findings(report))}: less {FindingsFile.Write(report, options, database)}");
        }
    }

    private void WriteRow(string name, string text)
    {
        output.Write($"  {name,-10}", Palette.Quiet);
        output.WriteLine(Printable.Clean(text));
    }
}
