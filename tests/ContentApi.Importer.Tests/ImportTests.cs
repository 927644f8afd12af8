using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>What becomes of articles from run to run.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_unchanged_run_writes_its_row_and_bumps_nothing()
    {
        _site.Write("a.md", Article("A"));
        await _site.ImportAsync();

        var report = await _site.ImportAsync();

        Assert.Equal("unchanged 1", report.Counts());
        Assert.Equal((1, 1), (report.ContentVersion, await _site.VersionAsync()));
        Assert.Equal("1|1\n0|1", await _site.QueryAsync("select created, version from import_run order by id"));
    }

    [Fact]
    public async Task A_changed_file_keeps_its_id_and_gets_the_new_version()
    {
        _site.Write("a.md", Article("A"));
        _site.Write("b.md", Article("B"));
        await _site.ImportAsync();
        var id = await _site.QueryAsync("select id from article where file_path = 'a.md'");

        _site.Write("a.md", Article("A again"));
        var report = await _site.ImportAsync();

        Assert.Equal("updated 1 unchanged 1", report.Counts());
        Assert.Equal(2, report.ContentVersion);
        Assert.Equal($"{id}|A again|2", await _site.QueryAsync("select id, title, version from article where file_path = 'a.md'"));
        Assert.Equal("1", await _site.QueryAsync("select version from article where file_path = 'b.md'"));
        Assert.Equal("t", await _site.QueryAsync("select count(*) = 2 from article join article_body on article_id = id and hash = body_hash"));
    }

    [Fact]
    public async Task An_edited_text_leaves_the_rows_of_tags_categories_authors_and_pictures_alone()
    {
        const string Rows = """
            select xmin::text, article_id from article_tag union all select xmin::text, article_id from article_category
            union all select xmin::text, article_id from article_author union all select xmin::text, article_id from article_image order by 1, 2
            """;
        const string Head = "---\ntags: [a, b]\ncategories: [c]\nauthor: x\n---\n![](https://e.org/p.png)\n";
        _site.Write("a.md", Head);
        await _site.ImportAsync();
        var before = await _site.QueryAsync(Rows);

        _site.Write("a.md", Head + "more");

        Assert.Equal("updated 1", (await _site.ImportAsync()).Counts());
        Assert.Equal(before, await _site.QueryAsync(Rows));
        Assert.Contains("more", await _site.QueryAsync("select html from article join article_body on article_id = id and hash = body_hash"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_is_read_again_when_an_option_changes_how_files_are_read()
    {
        _site.Write("a.md", "---\ntitle: A\ndate: 2021-09-18 23:40:34\n---\nx");
        await _site.ImportAsync();

        var report = await _site.ImportAsync(o => o with { TimeZone = "Asia/Shanghai" });

        Assert.Equal("updated 1", report.Counts());
        Assert.Equal("2021-09-18 15:40:34|Asia/Shanghai|t", await _site.QueryAsync("select published_at at time zone 'UTC', source_date_zone, source_date_zone_assumed from article"));
        Assert.Equal("Asia/Shanghai", await _site.QueryAsync("select time_zone from source"));
    }

    [Fact]
    public async Task A_vanished_file_keeps_its_article_until_a_run_that_prunes()
    {
        foreach (var name in (string[])["a", "b", "c"])
            _site.Write($"{name}.md", Article(name, tags: $"[shared, only-{name}]"));
        await _site.ImportAsync();
        _site.Delete("b.md");

        var kept = await _site.ImportAsync();
        Assert.Equal("unchanged 2", kept.Counts());
        Assert.Equal("3", await _site.QueryAsync("select count(*) from article"));
        Assert.Equal(1, kept.ContentVersion);

        var pruned = await _site.ImportAsync(o => o with { Prune = true });
        Assert.Equal("unchanged 2 removed 1", pruned.Counts());
        Assert.Equal(2, pruned.ContentVersion);
        Assert.Equal("a.md\nc.md", await _site.QueryAsync("select file_path from article order by 1"));
        Assert.Equal("only-a\nonly-c\nshared", await _site.QueryAsync("select name from tag order by 1"));
        Assert.Equal("2", await _site.QueryAsync("select count(*) from article join article_body on article_id = id and hash = body_hash"));
    }

    [Fact]
    public async Task More_than_half_of_a_source_vanishes_only_by_force()
    {
        foreach (var name in (string[])["a", "b", "c"])
            _site.Write($"{name}.md", Article(name));
        await _site.ImportAsync();
        _site.Delete("b.md");
        _site.Delete("c.md");
        _site.Write("a.md", Article("changed"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _site.ImportAsync(o => o with { Prune = true }));
        Assert.Equal(
            "2 of the 3 articles of 'site' would be removed because their files are gone; nothing was changed. Import with --prune=force if that is meant.",
            refused.Message);
        Assert.Equal("3|1", await _site.QueryAsync("select count(*), max(version) from article"));

        var report = await _site.ImportAsync(o => o with { ForcePrune = true });
        Assert.Equal("updated 1 removed 2", report.Counts());
        Assert.Equal("changed", await _site.QueryAsync("select title from article"));
    }

    [Fact]
    public async Task Half_of_a_source_may_vanish()
    {
        _site.Write("a.md", Article("a"));
        _site.Write("b.md", Article("b"));
        await _site.ImportAsync();
        _site.Delete("b.md");

        Assert.Equal("unchanged 1 removed 1", (await _site.ImportAsync(o => o with { Prune = true })).Counts());
    }

    [Fact]
    public async Task A_moved_file_keeps_the_articles_id_and_its_old_path_is_free_for_another()
    {
        _site.Write("a.md", Article("A"));
        await _site.ImportAsync();
        var id = await _site.QueryAsync("select id from article");

        _site.Move("a.md", "b.md");
        Assert.Equal("renamed 1", (await _site.ImportAsync()).Counts());
        Assert.Equal($"{id}|b.md|/b", await _site.QueryAsync("select id, file_path, path from article"));

        _site.Write("a.md", Article("Another"));
        Assert.Equal("created 1 unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("2", await _site.QueryAsync("select count(distinct id) from article"));
        Assert.NotEqual(id, await _site.QueryAsync("select id from article where file_path = 'a.md'"));
    }

    [Fact]
    public async Task Two_files_with_the_bytes_of_a_vanished_one_are_new()
    {
        _site.Write("a.md", Article("A"));
        await _site.ImportAsync();
        _site.Move("a.md", "b.md");
        _site.Write("c.md", Article("A"));

        Assert.Equal("created 2", (await _site.ImportAsync()).Counts());
        Assert.Equal("3", await _site.QueryAsync("select count(*) from article"));
    }

    [Fact]
    public async Task A_file_that_breaks_keeps_the_article_that_it_gave_and_stops_nobody()
    {
        _site.Write("a.md", Article("A"));
        _site.Write("b.md", Article("B"));
        await _site.ImportAsync();
        _site.Write("a.md", "---\ntitle: A, but the block never closes\n");
        _site.Write("b.md", Article("B again"));
        _site.Write("c.md", [0x63, 0x61, 0x66, 0xE9]);

        var report = await _site.ImportAsync(o => o with { Prune = true });

        Assert.Equal("updated 1 failed 2", report.Counts());
        Assert.Equal("UNCLOSED a.md:1:1\nENCODING c.md:1:4", report.Findings());
        Assert.Equal("A\nB again", await _site.QueryAsync("select title from article order by 1"));
    }

    [Fact]
    public async Task An_emptied_file_is_skipped_and_pruned_like_a_vanished_one()
    {
        _site.Write("a.md", Article("A"));
        _site.Write("b.md", Article("B"));
        await _site.ImportAsync();
        _site.Write("a.md", "");

        Assert.Equal("unchanged 1 skipped 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("unchanged 1 removed 1 skipped 1", (await _site.ImportAsync(o => o with { Prune = true })).Counts());
        Assert.Equal("B", await _site.QueryAsync("select title from article"));
    }

    [Fact]
    public async Task Two_sources_may_have_the_same_paths_and_share_tags()
    {
        _site.Write("a.md", Article("A", tags: "[x]"));
        Directory.CreateDirectory(_site.Beside("other"));
        File.Copy(_site["a.md"], Path.Combine(_site.Beside("other"), "a.md"));
        await _site.ImportAsync();
        await _site.ImportAsync(o => o with { Folder = _site.Beside("other") });

        Assert.Equal("/a\n/a", await _site.QueryAsync("select path from article"));
        Assert.Equal("1", await _site.QueryAsync("select count(*) from tag"));
        Assert.Equal("2", await _site.QueryAsync("select count(distinct id) from article"));

        _site.Write("a.md", Article("A"));
        await _site.ImportAsync();
        Assert.Equal("x", await _site.QueryAsync("select name from tag"));
    }

    [Fact]
    public async Task Swapped_paths_are_no_conflict()
    {
        _site.Write("a.md", "---\ntitle: A\npermalink: /one/\n---\n");
        _site.Write("b.md", "---\ntitle: B\npermalink: /two/\n---\n");
        await _site.ImportAsync();
        _site.Write("a.md", "---\ntitle: A\npermalink: /two/\n---\n");
        _site.Write("b.md", "---\ntitle: B\npermalink: /one/\n---\n");

        Assert.Equal("updated 2", (await _site.ImportAsync()).Counts());
        Assert.Equal("a.md|/two\nb.md|/one", await _site.QueryAsync("select file_path, path from article order by 1"));
    }

    [Fact]
    public async Task Instants_are_whole_milliseconds()
    {
        _site.Write("a.md", "---\ntitle: A\ndate: 2004-12-16 15:17:59.123987654 +00:00\n---\n");
        await _site.ImportAsync();

        Assert.Equal("t", await _site.QueryAsync("select published_at = '2004-12-16 15:17:59.123+00' and published_sort = published_at from article"));
    }

    [Fact]
    public async Task A_page_is_no_part_of_a_series()
    {
        _site.Write("source/_posts/a.md", "---\ntitle: A\nseries: Tea\n---\n");
        _site.Write("source/about/index.md", "---\ntitle: About\nlayout: page\nseries: Tea\n---\n");
        await _site.ImportAsync();

        Assert.Equal("ARTICLE|tea\nPAGE|", await _site.QueryAsync("select kind, series_slug from article order by kind"));
    }

    [Fact]
    public async Task The_new_version_is_told_to_listeners_and_an_unchanged_run_is_silent()
    {
        var told = new List<string>();
        await using var connection = new Npgsql.NpgsqlConnection(_site.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        connection.Notification += (_, e) => told.Add($"{e.Channel} {e.Payload}");
        await using var listen = new Npgsql.NpgsqlCommand("listen contentapi_version", connection);
        await listen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        _site.Write("a.md", Article("A"));
        await _site.ImportAsync();
        await _site.ImportAsync();
        _site.Write("a.md", Article("B"));
        await _site.ImportAsync();
        await listen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);   // brings what is waiting

        Assert.Equal(["contentapi_version 1", "contentapi_version 2"], told);
    }

    private static string Article(string title, string tags = "[]") => $"---\ntitle: {title}\ntags: {tags}\n---\nText of {title}.\n";
}
