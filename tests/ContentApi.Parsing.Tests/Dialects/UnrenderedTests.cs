using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Tests.Dialects;

public sealed class UnrenderedTests
{
    private static readonly SiteFacts Settings = new() { UnrenderedFolders = new Dictionary<string, string> { ["_recipes"] = "its collection has no pages" } };

    [Theory]
    [InlineData("_posts/hello.md", DiagnosticSeverity.Warning)]
    [InlineData("_recipes/soup.md", DiagnosticSeverity.Info)]
    public void What_only_its_name_hides_is_a_warning(string path, DiagnosticSeverity severity)
    {
        var result = new ArticleParser(new ParseOptions { Dialect = Dialect.Jekyll, Site = Settings }).Parse(path, "---\ntitle: T\n---\n"u8.ToArray());

        Assert.True(result.Article!.IsDraft);
        var finding = Assert.Single(result.Diagnostics);
        Assert.Equal((DiagnosticCode.NotRendered, severity, severity == DiagnosticSeverity.Warning), (finding.Code, finding.Severity, finding.Hint?.Contains("2026-01-31-name.md", StringComparison.Ordinal) == true));
    }
}
