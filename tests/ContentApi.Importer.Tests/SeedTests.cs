using ContentApi.Importer.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests;

/// <summary>The customer's own example, from the file to every row.</summary>
public sealed class SeedTests : IAsyncLifetime
{
    private Site _site = null!;
    private ImportReport _report = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.CreateAsync();
        _report = await _site.ImportAsync(o => o with { Folder = RepositoryFiles.Seed });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_report_counts_one_article_and_gives_a_reason_for_the_dialect()
    {
        Assert.Equal("created 1", _report.Counts());
        Assert.Equal((1, 1L, "seed"), (_report.Files, _report.ContentVersion, _report.Source));
        Assert.Equal(("hexo", "it has a folder source/_posts"), (_report.Dialect, _report.DialectReason));
        Assert.Equal("1|0|0|0|0|0|0|1", await _site.QueryAsync("select created, updated, unchanged, removed, renamed, skipped, failed, version from import_run"));
        Assert.Equal("seed|HEXO|UTC|en||", await _site.QueryAsync("select name, dialect, time_zone, default_locale, title, url from source"));
    }

    [Fact]
    public async Task The_article_has_its_columns()
    {
        Assert.Equal(
            "source/_posts/新媒体/cnBeta/最新/浙江省首个大型超算中心本月建成投用.md|浙江省首个大型超算中心本月建成投用|浙江省首个大型超算中心本月建成投用|ARTICLE|f|HTML|f|en|{}|1",
            await _site.QueryAsync("select file_path, title, slug, kind, draft, body_format, comments_enabled, locale, params, version from article"));
        Assert.Equal(
            "2021-09-18 23:40:34+00|||Sat, 18 Sep 2021 23:40:34 GMT|f",
            await _site.QueryAsync("select published_at at time zone 'UTC' || '+00', updated_at, expires_at, source_date_raw, source_date_zone_assumed from article"));
        Assert.Equal("t|t", await _site.QueryAsync("select imported_at = '2026-11-22 08:00+00', content_hash ~ '^[0-9a-f]{64}$' from article"));
        Assert.Equal("t|t|t", await _site.QueryAsync("select raw like '%乌镇之光%', html like '%乌镇之光%', text like '%乌镇之光%' from article_body join article on id = article_id and hash = body_hash"));
    }

    [Fact]
    public async Task The_flat_list_of_categories_is_one_path()
    {
        Assert.Equal(
            """
            新媒体|新媒体|0||0
            cnBeta|新媒体/cnbeta|1|新媒体|0
            最新|新媒体/cnbeta/最新|2|新媒体/cnbeta|0
            """,
            await _site.QueryAsync("select c.name, c.path, c.depth, p.path, c.position from category c left join category p on p.id = c.parent_id order by c.depth"));
        Assert.Equal(
            """
            新媒体|f|0
            cnBeta|f|0
            最新|t|0
            """,
            await _site.QueryAsync("select e.name, e.is_leaf, e.position from article_category e join category c on c.id = category_id order by depth"));
        Assert.Equal("最新", await _site.QueryAsync("select c.name from article a join category c on c.id = a.primary_category_id"));
        Assert.Equal(
            """
            cnBeta|cnBeta|0
            cnBeta|最新|1
            新媒体|cnBeta|1
            新媒体|新媒体|0
            新媒体|最新|2
            最新|最新|0
            """,
            await _site.QueryAsync("select a.name, d.name, distance from category_closure x join category a on a.id = ancestor_id join category d on d.id = descendant_id order by a.name, d.name"));
    }

    [Fact]
    public async Task It_has_one_author_and_no_tag()
    {
        Assert.Equal("cnBeta|cnbeta|", await _site.QueryAsync("select name, slug, url from author"));
        Assert.Equal("cnBeta|0|ARTICLE|f", await _site.QueryAsync("select name, position, kind, draft from article_author"));
        Assert.Equal("0", await _site.QueryAsync("select count(*) from tag"));
    }

    [Fact]
    public async Task It_has_seven_images_and_the_first_is_the_cover()
    {
        Assert.Equal(
            """
            0|{COVER,THUMBNAIL}|thumb/article/2021/0919/2a3f14c6d9914c3.jpeg|
            1|{INLINE}|article/2021/0919/2a3f14c6d9914c3.jpeg|thumb/article/2021/0919/2a3f14c6d9914c3.jpeg
            2|{INLINE}|article/2021/0919/d168a13937f3521.jpeg|thumb/article/2021/0919/d168a13937f3521.jpeg
            3|{INLINE}|article/2021/0919/3e3c73612fdbc75.jpeg|thumb/article/2021/0919/3e3c73612fdbc75.jpeg
            4|{INLINE}|article/2021/0919/2b373250f67fe5b.jpeg|thumb/article/2021/0919/2b373250f67fe5b.jpeg
            5|{INLINE}|article/2021/0919/97d4264423f61eb.jpeg|thumb/article/2021/0919/97d4264423f61eb.jpeg
            6|{INLINE}|article/2021/0919/a71149200d3b1a4.jpeg|thumb/article/2021/0919/a71149200d3b1a4.jpeg
            """,
            (await _site.QueryAsync("select position, roles, source_url, thumbnail_url from article_image order by position"))
                .Replace("https://static.cnbetacdn.com/", "", StringComparison.Ordinal));
        Assert.Equal("7|7|7", await _site.QueryAsync("select count(*), count(distinct image_id), max(position) + 1 from article_image"));
        Assert.Equal("t", await _site.QueryAsync("select e.position = 0 from article a join article_image e on e.image_id = a.cover_id"));
        Assert.Equal("7|t|t", await _site.QueryAsync("select count(*), bool_and(origin = 'REMOTE' and source_id is null), bool_and(url = source_url) from image"));
        Assert.Equal("t", await _site.QueryAsync("select bool_and(e.published_sort = a.published_sort and e.expires_sort = 'infinity') from article_image e join article a on a.id = article_id"));
    }

    [Fact]
    public async Task A_second_run_finds_nothing_to_do()
    {
        var before = await Dump.ReadAsync(_site);

        var report = await _site.ImportAsync(o => o with { Folder = RepositoryFiles.Seed });

        Assert.Equal("unchanged 1", report.Counts());
        Assert.Equal(1, report.ContentVersion);
        Assert.Equal(before, await Dump.ReadAsync(_site));
        Assert.Equal("2", await _site.QueryAsync("select count(*) from import_run"));
    }
}
