using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests;

/// <summary>Articles are read again while links or paths of theirs are wrong, and the rounds end whatever happens to the files meanwhile.</summary>
public sealed class LinkRoundTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_gone_when_it_is_read_again_gives_no_article_and_the_import_ends()
    {
        WriteMisled();

        var report = await ImportAsync(() => _site.Delete("c.md"));

        Assert.Equal("created 2 failed 1", report.Counts());
        Assert.Equal("a.md|/p\nb.md|/b.md", await PathsAsync());
    }

    [Fact]
    public async Task A_file_that_has_no_link_any_more_when_it_is_read_again_gives_what_it_holds_then()
    {
        WriteMisled();

        var report = await ImportAsync(() => _site.Write("c.md", "---\ntitle: C\n---\nno link"));

        Assert.Equal("created 3", report.Counts());
        Assert.Equal("a.md|/p\nb.md|/b.md\nc.md|/c", await PathsAsync());
        Assert.Equal("0", await _site.QueryAsync("select count(*) from article_link"));
    }

    [Fact]
    public async Task An_article_that_was_there_stays_when_its_file_goes_between_two_readings()
    {
        _site.Write("b.md", "---\ntitle: B\npermalink: /b\n---\n");
        _site.Write("c.md", "---\ntitle: C\n---\nold");
        await _site.ImportAsync();
        WriteMisled();

        var report = await ImportAsync(() => _site.Delete("c.md"));

        Assert.Equal("created 1 updated 1 failed 1", report.Counts());
        Assert.Equal("old", await _site.QueryAsync("select raw from article_body join article on id = article_id and hash = body_hash where file_path = 'c.md'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Names_and_pictures_of_a_file_that_goes_between_two_readings_are_nowhere(bool isFirst)
    {
        _site.Write("d.md", "---\ntags: [kept]\ncategories: [[p]]\n---\n");
        _site.Write("x.png", "pp");
        _site.Write("y.png", "qq");
        if (!isFirst)
            await _site.ImportAsync();
        WriteMisled("tags: [t]\ncategories: [[p, q]]\nauthor: {name: w, avatar: y.png}\ncover: x.png\n");

        var report = await ImportAsync(() => _site.Delete("c.md"), files: 4);

        Assert.Equal(isFirst ? "created 3 failed 1" : "created 2 unchanged 1 failed 1", report.Counts());
        Assert.Equal("kept|p|1|0|0", await _site.QueryAsync(
            "select (select min(name) from tag), (select string_agg(path, ' ') from category), (select count(*) from category_closure), (select count(*) from author), (select count(*) from image)"));
    }

    // Each title holds the other one, which has grown since.
    [Fact]
    public async Task Titles_that_show_each_other_are_no_riddle_without_an_end()
    {
        _site.Write("source/_posts/a.md", "# A {% post_link b %}\n");
        _site.Write("source/_posts/b.md", "# B {% post_link a %}\n");

        Assert.Equal("created 2", (await _site.ImportAsync(o => o with { Dialect = Dialect.Hexo })).Counts());

        _site.Write("source/_posts/b.md", "# B\n");
        await _site.ImportAsync(o => o with { Dialect = Dialect.Hexo });
        Assert.Equal("A B\nB", await _site.QueryAsync("select title from article order by file_path"));
        Assert.Equal("unchanged 2", (await _site.ImportAsync(o => o with { Dialect = Dialect.Hexo })).Counts());
    }

    // Two articles want one path, so that what the third one was told of the second is wrong.
    private void WriteMisled(string more = "")
    {
        _site.Write("a.md", "---\ntitle: A\npermalink: /p\n---\n");
        _site.Write("b.md", "---\ntitle: B\npermalink: /p\n---\n");
        _site.Write("c.md", $"---\ntitle: C\n{more}---\n[b](b.md)\n");
    }

    private Task<ImportReport> ImportAsync(Action afterFirstReading, int files = 3) => new ContentImporter(_site.Clock).ImportAsync(
        new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString }, new Meanwhile(files, afterFirstReading), TestContext.Current.CancellationToken);

    private Task<string> PathsAsync() => _site.QueryAsync("select file_path, path from article order by file_path");
}
