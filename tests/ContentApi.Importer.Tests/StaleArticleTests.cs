using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests;

/// <summary>An article that is not what its file gives is made again as soon as the file can be read, also when that looks as it always did.</summary>
public sealed class StaleArticleTests : IAsyncLifetime
{
    private const string Dated = "---\ntitle: A\ndate: 2017-02-30\nupdated: 2026-01-02 12:00\n---\n![](x.png)\n";

    private static readonly DateTime LongAgo = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("---\ntitle: A\n", 0)]
    [InlineData("---\ntitle: A\n", 2)]
    [InlineData("---\ntitle: '{{ title }}'\n---\n", 0)]
    [InlineData("", 0)]
    [InlineData("", 2)]
    public async Task A_mistake_that_is_taken_back_is_told_no_more_and_what_was_told_before_is(string mistake, int days)
    {
        Write("a.md", Dated, LongAgo);
        var before = (await _site.ImportAsync()).Findings();
        Write("a.md", mistake, LongAgo.AddDays(1));
        Assert.NotEqual(before, (await _site.ImportAsync()).Findings());
        Write("a.md", Dated, LongAgo.AddDays(days));

        Assert.Equal(("updated 1", before), await ImportAsync());
        Assert.Equal(("unchanged 1", before), await ImportAsync());
        Assert.Equal("BAD_DATE\nMISSING_IMAGE", await _site.QueryAsync("select code from diagnostic order by code"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settings_that_change_while_a_file_cannot_be_read_count_for_it_afterwards(bool isGone)
    {
        Write("a.md", Dated, LongAgo);
        _site.Write("b.md", "b");
        await _site.ImportAsync();

        TakeAway("a.md", isGone);
        await _site.ImportAsync(o => o with { TimeZone = "Asia/Shanghai" });
        Assert.Equal("2026-01-02 12:00:00+00", await UpdatedAsync());
        Write("a.md", Dated, LongAgo);
        await _site.ImportAsync(o => o with { TimeZone = "Asia/Shanghai" });

        Assert.Equal("2026-01-02 04:00:00+00", await UpdatedAsync());
        Assert.Equal("unchanged 2", (await _site.ImportAsync(o => o with { TimeZone = "Asia/Shanghai" })).Counts());

        Task<string> UpdatedAsync() => _site.QueryAsync("select updated_at at time zone 'UTC' || '+00' from article where file_path = 'a.md'");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_that_comes_while_a_file_cannot_be_read_is_in_its_article_afterwards(bool isGone)
    {
        Write("a.md", Dated, LongAgo);
        _site.Write("b.md", "b");
        await _site.ImportAsync();

        TakeAway("a.md", isGone);
        _site.Write("x.png", "pp");
        _site.Write("b.md", "other");
        await _site.ImportAsync();
        Write("a.md", Dated, LongAgo);
        await _site.ImportAsync();

        Assert.Equal("x.png", await _site.QueryAsync("select file_path from image join article_image on image_id = image.id"));
    }

    [Fact]
    public async Task A_link_to_a_file_that_was_gone_for_a_while_leads_there_again()
    {
        Write("a.md", "---\ntitle: A\n---\n[b](b.md)\n", LongAgo);
        Write("b.md", "---\ntitle: B\n---\n", LongAgo);
        await _site.ImportAsync();

        _site.Delete("b.md");
        Assert.Equal("DEAD_LINK a.md:4:1", (await _site.ImportAsync()).Findings());
        Write("b.md", "---\ntitle: B\n---\n", LongAgo);

        Assert.Equal(("updated 2", ""), await ImportAsync());
        Assert.Equal("<p><a href=\"/b\">b</a></p>", await HtmlOfAAsync());
        Assert.Equal(("unchanged 2", ""), await ImportAsync());
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_for_a_link_that_has_changed_is_read_the_next_time()
    {
        Write("a.md", "---\ntitle: A\n---\n[b](b.md)\n", LongAgo);
        Write("b.md", "---\ntitle: B\n---\n", LongAgo);
        await _site.ImportAsync();
        Write("b.md", "---\ntitle: B\npermalink: /new\n---\n", LongAgo);

        var takeAway = new Meanwhile(1, () => TakeAway("a.md", isGone: true));
        var report = await new ContentImporter(_site.Clock).ImportAsync(
            new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString }, takeAway, TestContext.Current.CancellationToken);
        Assert.Equal(("updated 1 failed 1", "<p><a href=\"/b\">b</a></p>"), (report.Counts(), await HtmlOfAAsync()));
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        Write("a.md", "---\ntitle: A\n---\n[b](b.md)\n", LongAgo);

        Assert.Equal(("updated 1 unchanged 1", ""), await ImportAsync());
        Assert.Equal("<p><a href=\"/new\">b</a></p>", await HtmlOfAAsync());
    }

    [Fact]
    public async Task To_remember_what_could_not_be_read_is_no_change_of_content()
    {
        Write("a.md", Dated, LongAgo);
        Write("b.md", "b", LongAgo);
        await _site.ImportAsync();

        TakeAway("a.md", isGone: false);
        _site.Delete("b.md");
        await _site.ImportAsync();

        Assert.Equal(1, await _site.VersionAsync());
        Assert.Equal("1\n1", await _site.QueryAsync("select version from article"));
    }

    // What root may read can be made unreadable by its size alone.
    private void TakeAway(string path, bool isGone)
    {
        if (isGone)
        {
            _site.Delete(path);
            return;
        }

        using var file = File.OpenWrite(_site[path]);
        file.SetLength(ArticleParser.MaxBytes + 1);
    }

    private async Task<(string Counts, string Findings)> ImportAsync()
    {
        var report = await _site.ImportAsync();
        return (report.Counts(), report.Findings());
    }

    private Task<string> HtmlOfAAsync() => _site.QueryAsync("select html from article_body join article on id = article_id and hash = body_hash where file_path = 'a.md'");

    private void Write(string path, string text, DateTime modified)
    {
        _site.Write(path, text);
        File.SetLastWriteTimeUtc(_site[path], modified);
    }
}
