using ContentApi.Data;

namespace ContentApi.Importer.Tests.Support;

/// <summary>Everything that content is, as text, without what tells when and in which order it was imported.</summary>
internal static class Dump
{
    private static readonly (string Table, string Without, string Order)[] Tables =
    [
        ("source", "root address", "id"),
        ("article", "imported_at version", "id"),
        ("article_body", "", "article_id, hash"),
        ("article_link", "", "article_id, position"),
        ("category", "", "id"),
        ("category_closure", "", "ancestor_id, descendant_id"),
        ("tag", "", "id"),
        ("author", "", "id"),
        ("image", "", "id"),
        ("article_category", "", "article_id, category_id"),
        ("article_tag", "", "article_id, tag_id"),
        ("article_author", "", "article_id, author_id"),
        ("article_image", "", "article_id, image_id"),

        // A hint names what is like a missing file among those that there were when its article was read.
        ("diagnostic", "id position hint import_run_id", "path, code, line, column_number, message"),
    ];

    // Those of a former import are kept for a rollback.
    private const string OfArticles = "where exists (select from article a where a.id = t.article_id and a.body_hash = t.hash)";

    private static readonly string MiscountedSql = string.Join(" union all ", new[] { "category", "tag", "author" }.Select(name =>
        $"select name, listed_articles from {name} t where listed_articles <> (select count(*) from article_{name} where {name}_id = t.id and {ListedArticles.Condition})"));

    /// <param name="site">The database.</param>
    /// <param name="without">One more column that is left out, in all tables.</param>
    public static async Task<string> ReadAsync(Site site, string without = "version")
    {
        await Bodies.AssertAsync(site);
        Assert.Equal("", await site.QueryAsync(MiscountedSql));
        var parts = new List<string>();
        foreach (var (table, own, order) in Tables)
        {
            var minus = $" - '{{{string.Join(',', own.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(without))}}}'::text[]";
            parts.Add($"{table}:\n{await site.QueryAsync($"select to_jsonb(t){minus} from {table} t {(table == "article_body" ? OfArticles : "")} order by {order}")}");
        }

        return string.Join('\n', parts);
    }
}
