using System.Globalization;
using System.Text;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>
/// Findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request. The forms are those of
/// docs.github.com, "Workflow commands for GitHub Actions".
/// </summary>
internal static class GitHubReport
{
    /// <summary>Writes one command for each finding, and the summary line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="done">What was done with the source, at the beginning of the summary: for example <c>Imported</c>.</param>
    /// <param name="report">What the run did.</param>
    /// <param name="path">Where the files lie.</param>
    public static void Write(AnsiWriter output, string done, ImportReport report, FindingPath path)
    {
        foreach (var finding in report.Diagnostics)
        {
            output.WriteLine(CommandOf(finding, path));
        }

        // A line that begins with two colons would be a command, and a source may be called anything.
        output.WriteLine($"{done} {Printable.Clean(report.Source)}: {ImportSummary.Of(report)}");
    }

    private static string CommandOf(Diagnostic finding, FindingPath path)
    {
        var command = new StringBuilder(finding.Severity switch
        {
            DiagnosticSeverity.Error => "::error ",
            DiagnosticSeverity.Warning => "::warning ",
            _ => "::notice ",
        });
        command.Append("file=").Append(Property(path.Of(finding.Path)));

        // 1:1 means that the finding is about the whole file.
        if (finding is not { Line: 1, Column: 1 })
        {
            command.Append(CultureInfo.InvariantCulture, $",line={finding.Line},col={finding.Column}");
        }

        var message = finding.Hint is { } hint ? $"{finding.Message}\n{hint}" : finding.Message;
        return command.Append(",title=").Append(Property(finding.Code)).Append("::").Append(Data(message)).ToString();
    }

    private static string Data(string text) => string.Join(
        "%0A",
        text.ReplaceLineEndings("\n").Split('\n').Select(line => Printable.Clean(line).Replace("%", "%25", StringComparison.Ordinal)));

    // A name is kept as it is, or the file would not be found: line ends are written as their codes.
    private static string Property(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
