using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContentApi.Importer.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests;

/// <summary>
/// Real sites of several generators. Their approved summaries were written by <c>Corpus/count</c>, a script that reads the
/// files with other libraries and shares nothing with this program; run it again rather than approving what the importer says.
/// </summary>
public sealed class CorpusTests
{
    // What a file has no title for is left to the script's "-": a first heading is the importer's own choice.
    private const string ArticleSql = """
        select a.file_path,
          case when d.path is null then a.title else '' end,
          to_char(a.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          to_char(a.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          case when a.draft then 'true' end,
          (select string_agg(x.name, '|' order by x.position) from article_author x where x.article_id = a.id),
          (select string_agg((select string_agg(c.name, '/' order by c.depth) from category_closure h join category c on c.id = h.ancestor_id where h.descendant_id = x.category_id), '|' order by x.position)
           from article_category x where x.article_id = a.id and x.is_leaf),
          (select string_agg(x.name, '|' order by x.position) from article_tag x where x.article_id = a.id),
          (select nullif(count(*), 0)::text from article_alias x where x.article_id = a.id)
        from article a left join (select distinct path from diagnostic where code = 'NO_TITLE') d on d.path = a.file_path
        order by a.file_path
        """;

    private static readonly string[] Fields = ["title", "publishedAt", "expiresAt", "draft", "authors", "categories", "tags", "aliases"];
    private static readonly string[] Lists = ["authors", "categories", "tags"];

    [Theory]
    [InlineData("seed", "hexo")]
    [InlineData("hexo-site", "hexo")]
    [InlineData("jekyll", "jekyll")]
    [InlineData("rust-blog", "zola")]
    [InlineData("golang", "generic")]
    [InlineData("digitalgov", "hugo")]
    public async Task A_real_site_is_imported_whole(string folder, string dialect)
    {
        await using var site = await Site.CreateAsync();

        var report = await site.ImportAsync(o => o with { Folder = Path.Combine(RepositoryFiles.Corpus, folder) });

        Assert.Equal(dialect, report.Dialect);
        Approved.Check(Summary(report, await site.RowsAsync(ArticleSql)), folder);
        Assert.Equal("1|0", await site.QueryAsync("select count(distinct path) / count(*), count(*) filter (where b.article_id is null) from article left join article_body b on article_id = id and hash = body_hash"));
    }

    private static string Summary(ImportReport report, IReadOnlyList<string?[]> articles)
    {
        var lines = new List<string> { $"articles {articles.Count}", $"failed {report.Failed}", $"skipped {report.Skipped}" };
        foreach (var (index, field) in Fields.Index())
        {
            var values = articles.Where(x => !string.IsNullOrEmpty(x[index + 1])).Select(x => (Path: x[0]!, Value: x[index + 1]!)).ToList();
            var names = values.SelectMany(x => Lists.Contains(field) ? x.Value.Split('|') : [x.Value]);
            var distinct = names.Select(x => x.ToLowerInvariant()).Distinct().Count();
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{field} {values.Count} distinct {distinct} digest {Digest(values)}"));
        }

        return string.Join('\n', lines);
    }

    private static string Digest(IEnumerable<(string Path, string Value)> values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values.Select(x => $"{x.Path}\t{x.Value}")))))[..16];
}
