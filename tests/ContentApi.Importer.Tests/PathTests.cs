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
    public async Task A_path_that_is_given_up_goes_to_the_first_file_that_asks_for_it()
    {
        _site.Write("a.md", At("/same"));
        _site.Write("c.md", At("/same"));
        _site.Write("b.md", At("/same"));
        await _site.ImportAsync();
        _site.Write("a.md", At("/other"));

        var report = await _site.ImportAsync();

        Assert.Equal(("updated 2 unchanged 1", "DUP_PATH c.md:1:1"), (report.Counts(), report.Findings()));
        Assert.Equal("The path '/same' belongs to 'b.md'; this article is at '/c.md'.", report.Diagnostics[0].Message);
        Assert.Equal("a.md|/other\nb.md|/same\nc.md|/c.md", await PathsAsync());
        Assert.Equal("unchanged 3", (await _site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task A_path_is_free_when_its_article_is_removed_and_a_finding_follows_its_holder()
    {
        _site.Write("a.md", At("/same"));
        _site.Write("b.md", At("/same") + "B");
        await _site.ImportAsync();
        _site.Move("a.md", "z.md");

        var moved = await _site.ImportAsync();

        Assert.Equal("unchanged 1 renamed 1", moved.Counts());
        Assert.Equal("The path '/same' belongs to 'z.md'; this article is at '/b.md'.", Assert.Single(moved.Diagnostics).Message);
        Assert.Equal("b.md|-1|DUP_PATH", await _site.QueryAsync("select path, position, code from diagnostic"));

        _site.Delete("z.md");
        var without = await _site.ImportAsync(o => o with { Prune = true });

        Assert.Equal(("updated 1 removed 1", ""), (without.Counts(), without.Findings()));
        Assert.Equal("b.md|/same", await PathsAsync());
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
        _site.Write("one/about.md", "---\ntitle: x\n---\n");
        _site.Write("two/about.md", "---\ntitle: x\n---\n");

        var report = await _site.ImportAsync();

        Assert.Equal("DUP_SLUG two/about.md:1:1", report.Findings());
        Assert.Equal("about|/one/about\nabout|/two/about", await _site.QueryAsync("select slug, path from article order by path"));
    }

    [Fact]
    public async Task Translations_of_one_article_may_have_one_slug()
    {
        _site.Write("de/about.md", "---\ntitle: x\n---\n");
        _site.Write("en/about.md", "---\ntitle: x\n---\n");
        Assert.Equal("", (await _site.ImportAsync()).Findings());

        // No translation of either, and one of them in the language of the first.
        _site.Write("en/more/about.md", "---\ntitle: x\n---\n");
        _site.Write("en/about.html", "---\ntitle: x\nlang: de\npermalink: /p/about\n---\n");
        var report = await _site.ImportAsync();

        Assert.Equal("DUP_SLUG en/about.html:1:1\nDUP_SLUG en/more/about.md:1:1", report.Findings());
        Assert.All(report.Diagnostics, x => Assert.Equal("The slug 'about' is also that of 'de/about.md'.", x.Message));
    }

    [Fact]
    public async Task A_finding_of_equal_slugs_ends_with_the_other_file_and_begins_with_it()
    {
        _site.Write("a/x.md", "---\ntitle: 1\n---\n");
        _site.Write("b/x.md", "---\ntitle: 2\n---\n");
        await _site.ImportAsync();
        _site.Write("a/x.md", "---\ntitle: 1\nslug: y\n---\n");

        var without = await _site.ImportAsync();
        Assert.Equal(("updated 1 unchanged 1", ""), (without.Counts(), without.Findings()));
        Assert.Equal("", await _site.QueryAsync("select code from diagnostic"));

        _site.Write("0/x.md", "---\ntitle: 3\n---\n");
        var with = await _site.ImportAsync();
        Assert.Equal(("created 1 unchanged 2", "DUP_SLUG b/x.md:1:1"), (with.Counts(), with.Findings()));
        Assert.Single(with.NewDiagnostics);

        var again = await _site.ImportAsync();
        Assert.Equal(("DUP_SLUG b/x.md:1:1", 3), (again.Findings(), again.ContentVersion));
        Assert.Empty(again.NewDiagnostics);
    }

    [Fact]
    public async Task Articles_whose_file_is_gone_are_counted_until_they_are_removed()
    {
        _site.Write("a.md", At("/a"));
        _site.Write("b.md", At("/b"));
        _site.Write("c.md", At("/c"));
        Assert.Equal(0, (await _site.ImportAsync()).Gone);
        _site.Delete("b.md");

        Assert.Equal(1, (await _site.ImportAsync()).Gone);
        var pruned = await _site.ImportAsync(o => o with { Prune = true });
        Assert.Equal((1, 0), (pruned.Removed, pruned.Gone));
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
