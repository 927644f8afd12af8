using System.Globalization;
using ContentApi.Importer;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Tells in one line what a save did.</summary>
internal sealed class SaveLog(AnsiWriter output, string folder, TimeProvider clock)
{
    /// <summary>Tells what was imported, and the worst of what was found in it when there is something.</summary>
    public void Write(ImportReport report)
    {
        WriteTime();
        output.Write(ImportSummary.Of(report with { Diagnostics = report.NewDiagnostics }));
        if (report.NewDiagnostics.MinBy(finding => finding.Severity) is { } worst)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"; {Printable.Clean(Path.Combine(folder, worst.Path))}:{worst.Line}:{worst.Column} "));
            output.Write(Printable.Clean(worst.Code), Palette.Of(worst.Severity));
            output.Write($" {Printable.Clean(worst.Message)}");
        }

        output.WriteLine();
    }

    /// <summary>Tells why nothing was imported.</summary>
    public void Write(string fault)
    {
        WriteTime();
        output.WriteLine(Printable.Clean(fault), Palette.Error);
    }

    private void WriteTime() => output.Write(clock.GetLocalNow().ToString("HH:mm:ss ", CultureInfo.InvariantCulture), Palette.Quiet);
}
