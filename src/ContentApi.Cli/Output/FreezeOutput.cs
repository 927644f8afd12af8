using System.Globalization;
using ContentApi.Server.Freezing;

namespace ContentApi.Cli.Output;

/// <summary>Writes what a freeze did in the form that <c>--report</c> asks for. Standard output holds nothing else.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="form">Text or JSON, as of <see cref="ImportOutput"/>.</param>
internal sealed class FreezeOutput(Terminal terminal, string form)
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">What was done.</param>
    /// <param name="folder">The folder as the user wrote it.</param>
    public void Write(FreezeReport report, string folder)
    {
        if (form == ImportOutput.Json)
        {
            terminal.Out.WriteLine(JsonReport.Of(FreezeShape.Of(report, folder)));
            return;
        }

        foreach (var skipped in report.Skipped)
        {
            terminal.Out.Write(Printable.Clean(skipped.File), Palette.Strong);
            terminal.Out.WriteLine($": {Printable.Clean(skipped.Message)}");
        }

        foreach (var finding in report.Findings)
        {
            terminal.Out.Write(Printable.Clean(finding.File), Palette.Strong);
            terminal.Out.Write(" error", Palette.Error);
            terminal.Out.WriteLine($" {Printable.Clean(finding.Message)}");
        }

        terminal.Out.Write(Printable.Clean(folder), Palette.Strong);
        terminal.Out.WriteLine($": {Summary(report)}");
    }

    private static string Summary(FreezeReport report)
    {
        if (report.Findings.Count > 0)
            return $"nothing was written; {Quantity.Of(report.Findings.Count, "error")}";
        var until = report.CurrentUntil is { } instant
            ? string.Create(CultureInfo.InvariantCulture, $"; current until {instant.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, when an article is published or expires")
            : "";
        return $"{Quantity.Of(report.Answers, "answer")} of {Quantity.Of(report.Documents, "document")} in {Quantity.Of(report.Files, "file")}, {Size(report.Bytes)}; "
            + $"version {report.ContentVersion}; {ImportSummary.Duration(report.Elapsed)}{until}";
    }

    private static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");
}
