using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Tests.Output;

public sealed class GitHubReportTests
{
    [Fact]
    public void Every_finding_is_a_command_with_its_place()
    {
        var report = Reports.Of(
            new Diagnostic("YAML_SYNTAX", DiagnosticSeverity.Error, "posts/a.md", 3, 7, "a ']' is missing", "Mend the line."),
            new Diagnostic("BAD_DATE", DiagnosticSeverity.Warning, "b.md", 2, 1, "no date"),
            new Diagnostic("EMPTY_FILE", DiagnosticSeverity.Warning, "c.md", 1, 1, "the file is empty"),
            new Diagnostic("DUP_SLUG", DiagnosticSeverity.Info, "d.md", 4, 2, "the same slug"));

        Assert.Equal(
            """
            ::error file=content/posts/a.md,line=3,col=7,title=YAML_SYNTAX::a ']' is missing%0AMend the line.
            ::warning file=content/b.md,line=2,col=1,title=BAD_DATE::no date
            ::warning file=content/c.md,title=EMPTY_FILE::the file is empty
            ::notice file=content/d.md,line=4,col=2,title=DUP_SLUG::the same slug
            Imported blog: 1 created, 2 updated, 5 renamed, 4 removed, 3 unchanged, 7 skipped, 6 failed; 1 error, 2 warnings, 1 note; hexo; version 8; 1.2 s

            """,
            Write(report, "content"));
    }

    [Fact]
    public void Names_and_values_cannot_forge_a_command()
    {
        var report = Reports.Of(
            new Diagnostic("BAD_DATE", DiagnosticSeverity.Warning, "a,b:100%\r\n::error::x.md", 2, 3, "100%25: 'a\r\n::error::b\u2028::c\e[31m'")) with { Source = "::error::x\n::y" };

        Assert.Equal(
            """
            ::warning file=a%2Cb%3A100%25%0D%0A%3A%3Aerror%3A%3Ax.md,line=2,col=3,title=BAD_DATE::100%2525: 'a%0A::error::b%0A::c�[31m'
            Imported ::error::x�::y: 1 created, 2 updated, 5 renamed, 4 removed, 3 unchanged, 7 skipped, 6 failed; 1 warning; hexo; version 8; 1.2 s

            """,
            Write(report, "."));
    }

    [Theory]
    [InlineData("content", "/home/site", "/home/site", "content/a.md")]
    [InlineData("./content/", "/home/site", "/home/site", "content/a.md")]
    [InlineData("/home/site/content", "/home/site", "/home/site", "content/a.md")]
    [InlineData(".", "/home/site", "/home/site", "a.md")]
    [InlineData("..", "/home/site", "/home", "a.md")]
    [InlineData("/elsewhere", "/home/site", "/elsewhere", "a.md")]
    public void Paths_start_at_the_working_folder_where_they_can(string folder, string current, string root, string path)
    {
        var found = FindingPath.In(folder, current);

        Assert.Equal((root, path), (found.Root, found.Of("a.md")));
    }

    private static string Write(ImportReport report, string folder)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        GitHubReport.Write(Terminal.Plain(writer), "Imported", report, FindingPath.In(folder, Environment.CurrentDirectory));
        return writer.ToString();
    }
}
