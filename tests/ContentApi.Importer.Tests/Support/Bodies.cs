using ContentApi.Importer.Mapping;

namespace ContentApi.Importer.Tests.Support;

/// <summary>What holds of bodies whenever no import is under way.</summary>
internal static class Bodies
{
    // What is kept belongs to the newest import of the article's source that may be undone.
    private const string NamesSql = """
        with named as (
          select id as article_id, body_hash as hash from article
          union
          select u.id, u.body_hash from article_undo u join import_undo m on m.import_run_id = u.import_run_id and m.table_name = 'import_run'
        )
        select coalesce(n.article_id, b.article_id), case when n.hash is null then 'nobody names' else 'there is no' end, coalesce(n.hash, b.hash)
        from named n full join article_body b using (article_id, hash)
        where n.hash is null or b.hash is null
        """;

    /// <summary>There is a body if and only if an article or a kept one names it, by the hash of what it holds, and nothing is kept that cannot come back.</summary>
    public static async Task AssertAsync(Site site)
    {
        Assert.Equal("", await site.QueryAsync(NamesSql));
        Assert.Equal("", await site.QueryAsync("select id from article_undo u where not exists (select from import_undo m where m.import_run_id = u.import_run_id and m.table_name = 'import_run')"));
        Assert.All(await site.RowsAsync("select hash, raw, html, text, table_of_contents from article_body"), row => Assert.Equal(row[0], NaturalKey.Body(row[1]!, row[2]!, row[3]!, row[4]!).ToString()));
    }
}
