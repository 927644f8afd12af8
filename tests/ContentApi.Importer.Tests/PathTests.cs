using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

public sealed class PathTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Of_newcomers_the_first_file_gets_the_path_and_the_others_are_told()
    {
        _site.Write("b.md", At("/same/"));
        _site.Write("a.md", At("/same"));
        _site.Write("c.md", At("/c"));

        var report = await _site.ImportAsync();

        Assert.Equal("a.md|/same\nb.md|/b.md\nc.md|/c", await PathsAsync());
        Assert.Equal("DUP_PATH b.md:1:1", report.Findings());
        Assert.Equal("The path '/same' belongs to 'a.md'; this article is at '/b.md'.", report.Diagnostics[0].Message);
    }

    [Fact]
    public async Task Who_holds_a_path_keeps_it_against_earlier_files_also_when_it_is_read_again()
    {
        _site.Write("b.md", At("/same"));
        await _site.ImportAsync();
        _site.Write("a.md", At("/same"));
        await _site.ImportAsync();
        Assert.Equal("a.md|/a.md\nb.md|/same", await PathsAsync());

        await _site.ImportAsync(o => o with { TimeZone = "Asia/Shanghai" });
        Assert.Equal("a.md|/a.md\nb.md|/same", await PathsAsync());
    }

    [Fact]
    public async Task A_path_that_is_given_up_goes_to_who_asks_for_it_next()
    {
        _site.Write("a.md", At("/same"));
        _site.Write("b.md", At("/same"));
        await _site.ImportAsync();
        _site.Write("a.md", At("/other"));
        await _site.ImportAsync();
        Assert.Equal("a.md|/other\nb.md|/b.md", await PathsAsync());

        _site.Write("b.md", At("/same") + "\nmore\n");
        Assert.Equal("", (await _site.ImportAsync()).Findings());
        Assert.Equal("a.md|/other\nb.md|/same", await PathsAsync());
    }

    [Fact]
    public async Task Even_the_path_of_the_file_may_be_taken()
    {
        _site.Write("a.md", At("/b.md"));
        _site.Write("aa.md", At("/same"));
        _site.Write("b.md", At("/same"));

        await _site.ImportAsync();

        Assert.Equal("a.md|/b.md\naa.md|/same\nb.md|/b.md~", await PathsAsync());
    }

    [Fact]
    public async Task Files_that_differ_in_case_or_extension_are_all_imported()
    {
        _site.Write("A.md", "---\ntitle: big\n---\n");
        _site.Write("a.md", "---\ntitle: small\n---\n");
        _site.Write("a.html", "---\ntitle: html\n---\n");

        Assert.Equal("created 3", (await _site.ImportAsync()).Counts());
        Assert.Equal("3", await _site.QueryAsync("select count(distinct path) from article"));
    }

    [Fact]
    public async Task Equal_slugs_are_told_to_all_but_the_first()
    {
        _site.Write("de/about.md", "---\ntitle: x\nlang: de\n---\n");
        _site.Write("en/about.md", "---\ntitle: x\nlang: en\n---\n");

        var report = await _site.ImportAsync();

        Assert.Equal("DUP_SLUG en/about.md:1:1", report.Findings());
        Assert.Equal("about|/de/about\nabout|/en/about", await _site.QueryAsync("select slug, path from article order by path"));
    }

    [Fact]
    public async Task A_path_too_long_for_an_index_is_an_error_of_its_file()
    {
        _site.Write("a.md", At("/" + new string('本', 700)));
        _site.Write("b.md", At("/" + new string('本', 600)));

        var report = await _site.ImportAsync();

        Assert.Equal("created 1 failed 1", report.Counts());
        Assert.Equal("PATH_TOO_LONG a.md:1:1", report.Findings());
    }

    private static string At(string permalink) => $"---\ntitle: T{permalink.Length}\npermalink: {permalink}\n---\n";

    private Task<string> PathsAsync() => _site.QueryAsync("select file_path, path from article order by file_path collate \"C\"");
}
