using ContentApi.Cli.Output;
using ContentApi.Parsing.Diagnostics;
using ContentApi.TestSupport;
using Spectre.Console;

namespace ContentApi.Cli.Tests.Output;

public sealed class TextReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Findings_stand_with_their_line_a_caret_and_what_helps()
    {
        var title = new string('长', 200);
        File.WriteAllText(_folder["a.md"], $"---\r\ntitle: a\ndate: 2017-02-30\ntags: [中文, 😀, b\n\tindented: x\ntitle: {title}e{title}\nred: \e[31mred\e[0m\nCafe\u0301: x\n---\n");
        var report = Reports.Of(
            new Diagnostic("UNREADABLE_DATE", DiagnosticSeverity.Warning, "a.md", 3, 7, "'2017-02-30' is no date; article left undated", "write it as 2017-02-28"),
            new Diagnostic("YAML", DiagnosticSeverity.Error, "a.md", 4, 15, "a ']' is missing"),
            new Diagnostic("TAB", DiagnosticSeverity.Info, "a.md", 5, 2, "a tab was read as two spaces"),
            new Diagnostic("LONG", DiagnosticSeverity.Warning, "a.md", 6, 208, "an e among 长"),
            new Diagnostic("COLOUR", DiagnosticSeverity.Warning, "a.md", 7, 11, "after \e[31m a colour"),
            new Diagnostic("MARK", DiagnosticSeverity.Info, "a.md", 8, 8, "an x behind a combining mark"),
            new Diagnostic("BEHIND", DiagnosticSeverity.Warning, "a.md", 3, 17, "just behind the end of the line"),
            new Diagnostic("FAR_BEHIND", DiagnosticSeverity.Warning, "a.md", 3, 40, "no such column"),
            new Diagnostic("NO_SUCH_LINE", DiagnosticSeverity.Warning, "a.md", 99, 1, "no such line"),
            new Diagnostic("NO_PLACE", DiagnosticSeverity.Error, "a.md", 1, 1, "the whole file", "look at it"),
            new Diagnostic("GONE", DiagnosticSeverity.Error, "gone.md", 3, 4, "no such file"));

        Approved.Check(Write(report, AnsiSupport.No));
    }

    [Fact]
    public void Severities_have_their_colours_on_a_terminal()
    {
        File.WriteAllText(_folder["a.md"], "text\n");
        var report = Reports.Of(
            new Diagnostic("BAD", DiagnosticSeverity.Error, "a.md", 1, 3, "an error", "a hint"),
            new Diagnostic("ODD", DiagnosticSeverity.Warning, "a.md", 1, 1, "a warning"),
            new Diagnostic("SO", DiagnosticSeverity.Info, "a.md", 1, 1, "a note"));

        Approved.Check(Write(report, AnsiSupport.Yes).Replace("\e", "<ESC>", StringComparison.Ordinal));
    }

    private string Write(Importer.ImportReport report, AnsiSupport ansi)
    {
        using var writer = new StringWriter();
        var capabilities = AnsiCapabilities.Create(writer, new AnsiWriterSettings { Ansi = ansi, ColorSystem = ColorSystemSupport.Standard });
        new TextReport(new AnsiWriter(writer, capabilities), encoding: null).Write(report, _folder.Path);
        return writer.ToString().Replace(_folder.Path, "blog", StringComparison.Ordinal);
    }
}
