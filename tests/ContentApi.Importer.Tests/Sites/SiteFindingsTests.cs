using System.Globalization;
using ContentApi.Importer.Sites;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>What is wrong with settings files of the tools, and where.</summary>
public sealed class SiteFindingsTests
{
    [Theory]
    [InlineData("_config.yml", Dialect.Hexo, "title: T\na:\n    b: c\n  d: e\n", "SITE_CONFIG_UNREADABLE Warning _config.yml:4:")]
    [InlineData("hugo.toml", Dialect.Hugo, "title = 'T'\nbad =\n", "SITE_CONFIG_UNREADABLE Warning hugo.toml:2:")]
    [InlineData("hugo.json", Dialect.Hugo, "{\"title\": \"T\",\n oops}", "SITE_CONFIG_UNREADABLE Warning hugo.json:2:")]
    public void A_broken_file_is_told_at_its_place_and_says_nothing(string name, Dialect dialect, string text, string finding)
    {
        var site = Read(name, dialect, text);

        Assert.Null(site.Title);
        Assert.StartsWith(finding, string.Join('\n', site.Findings.Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Diagnostic.Code} {x.Diagnostic.Severity} {x.Diagnostic.Path}:{x.Diagnostic.Line}:{x.Diagnostic.Column}"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Dialect.Hexo, "_config.yml", "title: T\npermalink: :year/:title/\n", 2)]
    [InlineData(Dialect.Jekyll, "_config.yml", "permalink: pretty\n", 1)]
    [InlineData(Dialect.Hugo, "hugo.toml", "title = 'T'\n[permalinks]\nposts = '/:year/:slug/'\n", 2)]
    [InlineData(Dialect.Jekyll, "_config.yml", "collections:\n  recipes:\n    output: true\n    permalink: /food/:name\n  other:\n    output: true\n", 4)]
    public void The_sites_own_pattern_of_permalinks_is_told_once(Dialect dialect, string name, string text, int line)
    {
        var told = Assert.Single(Read(name, dialect, text).Findings).Diagnostic;

        Assert.Equal(("PERMALINK_PATTERN", DiagnosticSeverity.Info, name, line), (told.Code, told.Severity, told.Path, told.Line));
    }

    [Theory]
    [InlineData("_config.yml", Dialect.Jekyll, "exclude: ['[!]', '[z-a]', ok]\n", "'[!]' is|'[z-a]' is")]
    [InlineData("config.toml", Dialect.Zola, "base_url = 'https://e.org'\nignored_content = ['[!]']\n", "'[!]' is")]
    public void Patterns_that_are_none_are_told_of(string file, Dialect dialect, string text, string expected)
    {
        var site = Read(file, dialect, text);

        Assert.Equal(expected.Split('|'), site.Findings.Select(x => x.Diagnostic.Message.Split(" no ")[0]));
        Assert.All(site.Findings, x => Assert.Equal(("SITE_CONFIG_UNREADABLE", file), (x.Diagnostic.Code, x.Diagnostic.Path)));
    }

    private static SiteConfiguration Read(string name, Dialect dialect, string text)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder[name], text);
        return SiteConfigurationReader.Read(SitePlace.Of(folder.Path), dialect);
    }
}
