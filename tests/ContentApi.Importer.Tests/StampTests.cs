using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>Files that have not changed are not opened, and files that have are never missed.</summary>
public sealed class StampTests : IAsyncLifetime
{
    private static readonly DateTime LongAgo = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_file_of_the_same_size_and_time_is_not_opened_but_for_a_checksum()
    {
        Write("a.md", "---\ntitle: A\n---\n", LongAgo);
        await _site.ImportAsync();

        // No program that means well does this: it shows that the file is not looked into.
        Write("a.md", "---\ntitle: B\n---\n", LongAgo);

        Assert.Equal("unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("updated 1", (await _site.ImportAsync(o => o with { Checksum = true })).Counts());
        Assert.Equal("B", await _site.QueryAsync("select title from article"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Another_time_is_enough_to_look_into_a_file_also_an_earlier_one(int days)
    {
        Write("a.md", "---\ntitle: A\n---\n", LongAgo);
        await _site.ImportAsync();

        Write("a.md", "---\ntitle: B\n---\n", LongAgo.AddDays(days));

        Assert.Equal("updated 1", (await _site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task A_file_that_was_only_touched_stays_as_it_is()
    {
        Write("a.md", "---\ntitle: A\n---\n", LongAgo);
        await _site.ImportAsync();

        Write("a.md", "---\ntitle: A\n---\n", LongAgo.AddDays(1));

        Assert.Equal("unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal(1, await _site.VersionAsync());
    }

    [Fact]
    public async Task A_time_so_near_to_the_import_that_another_change_may_have_the_same_is_not_trusted()
    {
        var now = _site.Clock.GetUtcNow().UtcDateTime.AddSeconds(-1);
        Write("a.md", "---\ntitle: A\n---\n", now);
        await _site.ImportAsync();

        Write("a.md", "---\ntitle: B\n---\n", now);

        Assert.Equal("updated 1", (await _site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task A_file_that_was_only_touched_is_opened_once()
    {
        Write("a.md", "---\ntitle: A\n---\n", LongAgo);
        await _site.ImportAsync();
        Write("a.md", "---\ntitle: A\n---\n", LongAgo.AddDays(1));
        await _site.ImportAsync();

        Write("a.md", "---\ntitle: B\n---\n", LongAgo.AddDays(1));

        Assert.Equal("unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("1|1", await _site.QueryAsync("select content_state.version, article.version from content_state, article"));
    }

    [Fact]
    public async Task A_time_that_was_too_near_to_an_import_is_trusted_after_the_next_one()
    {
        var time = _site.Clock.GetUtcNow().UtcDateTime.AddSeconds(-1);
        Write("a.md", "---\ntitle: A\n---\n![](x.png)", time);
        Write("x.png", "pp", time);
        await _site.ImportAsync();
        _site.Clock.Advance(TimeSpan.FromSeconds(10));
        await _site.ImportAsync();
        var hash = await _site.QueryAsync("select content_hash from image");

        Write("a.md", "---\ntitle: B\n---\n![](x.png)", time);
        Write("x.png", "qq", time);

        Assert.Equal("unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal(hash, await _site.QueryAsync("select content_hash from image"));
        Assert.Equal("1|1", await _site.QueryAsync("select content_state.version, article.version from content_state, article"));
    }

    [Fact]
    public async Task A_picture_that_no_article_uses_is_looked_for_in_all_of_them_once()
    {
        Write("a.md", "![](x.png)", LongAgo);
        Write("x.png", "pp", LongAgo);
        await _site.ImportAsync();
        var before = await _site.QueryAsync("select image_files_hash from source");

        Write("y.png", "pp", LongAgo);
        await _site.ImportAsync();

        Assert.NotEqual(before, await _site.QueryAsync("select image_files_hash from source"));
        Assert.Equal(1, await _site.VersionAsync());
    }

    [Fact]
    public async Task A_picture_that_was_only_touched_is_opened_once()
    {
        Write("a.md", "![](x.png)", LongAgo);
        Write("x.png", "pp", LongAgo);
        await _site.ImportAsync();
        Write("x.png", "pp", LongAgo.AddDays(1));
        await _site.ImportAsync();
        var hash = await _site.QueryAsync("select content_hash from image");

        Write("x.png", "qq", LongAgo.AddDays(1));
        await _site.ImportAsync();

        Assert.Equal((hash, 1), (await _site.QueryAsync("select content_hash from image"), await _site.VersionAsync()));
    }

    [Fact]
    public async Task A_picture_of_the_same_size_and_time_is_not_opened_but_for_a_checksum()
    {
        Write("a.md", "![](x.png)", LongAgo);
        Write("x.png", "pp", LongAgo);
        await _site.ImportAsync();
        var hash = await _site.QueryAsync("select content_hash from image");

        Write("x.png", "qq", LongAgo);
        await _site.ImportAsync();
        Assert.Equal(hash, await _site.QueryAsync("select content_hash from image"));

        await _site.ImportAsync(o => o with { Checksum = true });
        Assert.NotEqual(hash, await _site.QueryAsync("select content_hash from image"));
    }

    [Fact]
    public async Task An_article_is_read_again_when_a_picture_comes_that_it_has_missed()
    {
        Write("a.md", "![](x.png)", LongAgo);
        Write("b.md", "![](/y.png)", LongAgo);
        Assert.Contains("MISSING_IMAGE a.md:1:1", (await _site.ImportAsync()).Findings());

        Write("x.png", "pp", LongAgo);

        var report = await _site.ImportAsync();
        Assert.Equal("updated 1 unchanged 1", report.Counts());
        Assert.DoesNotContain("MISSING_IMAGE a.md:1:1", report.Findings());
    }

    private void Write(string path, string text, DateTime modified)
    {
        _site.Write(path, text);
        File.SetLastWriteTimeUtc(_site[path], modified);
    }
}
