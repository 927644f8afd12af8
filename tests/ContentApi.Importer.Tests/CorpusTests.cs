using ContentApi.Importer.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests;

/// <summary>
/// Real sites of several generators. The numbers were counted with other tools (find, PyYAML), not with this program.
/// What fails: a test file of Jekyll in UTF-16, and front matter in TOML and JSON.
/// </summary>
public sealed class CorpusTests
{
    private const string CountSql = """
        select (select count(*) from article), (select count(*) from tag), (select count(*) from article_tag),
          (select count(*) from article_category where is_leaf), (select count(*) from author), (select count(*) from article_author),
          (select count(*) from article where source_date_raw is not null)
        """;

    [Theory]
    [InlineData("seed", "created 1", "hexo", "1|0|0|1|1|1|1")]
    [InlineData("hexo-site", "created 90", "hexo", "90|0|0|0|0|0|9")]
    [InlineData("jekyll", "created 78 failed 1", "generic", "78|10|10|25|8|15|42")]
    [InlineData("rust-blog", "created 1 failed 63", "generic", "1|0|0|0|0|0|0")]
    // Of its 21 dates one is none: 2024-02-07:00:00Z.
    [InlineData("golang", "created 46 failed 17", "generic", "46|13|16|0|11|11|20")]
    [InlineData("digitalgov", "created 100", "generic", "100|0|0|0|79|97|76")]
    public async Task A_real_site_is_imported_whole(string folder, string counts, string dialect, string rows)
    {
        await using var site = await Site.CreateAsync();

        var report = await site.ImportAsync(o => o with { Folder = Path.Combine(RepositoryFiles.Corpus, folder) });

        Assert.Equal((counts, dialect), (report.Counts(), report.Dialect));
        Assert.Equal(rows, await site.QueryAsync(CountSql));
        Assert.Equal("1|0", await site.QueryAsync("select count(distinct path) / count(*), count(*) filter (where b.article_id is null) from article left join article_body b on article_id = id"));
    }
}
