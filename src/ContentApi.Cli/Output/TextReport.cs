using System.Globalization;
using System.Text;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Shows what a run found and did, for people.</summary>
/// <param name="output">Where to.</param>
/// <param name="encoding">Of files that are not UTF-8; null when there is none.</param>
internal sealed class TextReport(AnsiWriter output, Encoding? encoding)
{
    private readonly SourceFiles _sources = new(encoding);

    /// <summary>Writes the findings and the summary line.</summary>
    /// <param name="report">What the run did.</param>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="shown">What paths of findings are shown below: the folder as the user wrote it, so that they can be opened; null for <paramref name="folder"/>.</param>
    public void Write(ImportReport report, string folder, string? shown = null)
    {
        foreach (var finding in report.Diagnostics)
        {
            Write(finding, folder, shown);
        }

        output.Write(Printable.Clean(report.Source), Palette.Strong);
        output.WriteLine($": {ImportSummary.Of(report)}");
    }

    /// <summary>Writes one finding: where, what, the line it is about, and what helps.</summary>
    public void Write(Diagnostic finding, string folder, string? shown = null)
    {
        var path = Path.Combine(folder, finding.Path);
        output.Write(Printable.Clean($"{Path.Combine(shown ?? folder, finding.Path)}:{Text(finding.Line)}:{Text(finding.Column)}"), Palette.Strong);
        output.Write(" ");
        output.Write($"{ImportSummary.Word(finding.Severity)} {Printable.Clean(finding.Code)}", Palette.Of(finding.Severity));
        output.WriteLine($" {Printable.Clean(finding.Message)}");

        // 1:1 means that the finding has no place.
        var hasPlace = finding is not { Line: 1, Column: 1 };
        if (hasPlace && _sources.Find(path, finding.Line, finding.Column) is { } excerpt)
        {
            var number = Text(finding.Line).PadLeft(5);
            output.Write($"{number} | ", Palette.Quiet);
            output.WriteLine(excerpt.Text);
            output.Write($"{new string(' ', number.Length)} | ", Palette.Quiet);
            output.Write(new string(' ', excerpt.Column));
            output.WriteLine("^", Palette.Of(finding.Severity));
        }

        if (finding.Hint is { } hint)
        {
            output.WriteLine($"      {Printable.Clean(hint)}", Palette.Quiet);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
