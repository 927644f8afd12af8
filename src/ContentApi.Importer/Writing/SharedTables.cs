using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>The tables whose rows belong to all articles that use them.</summary>
internal static class SharedTables
{
    // Of several portraits the one with the smallest address, which min() of a single column cannot say.
    private const string DisplayAvatarSql = """
        update author t set avatar_id = d.avatar_id
        from (
          select author_id, (array_agg(avatar_id order by avatar_url, avatar_id) filter (where avatar_id is not null))[1] as avatar_id
          from article_author where author_id in (select id from touched_author) group by author_id
        ) d
        where t.id = d.author_id and t.avatar_id is distinct from d.avatar_id
        """;

    public static readonly SharedTable[] All =
    [
        new()
        {
            Name = "category",
            StagedColumns = Categories.Columns,
            Fixed = ["slug", "path", "depth", "parent_id"],
            Displayed = ["name"],
            IsCounted = true,
            Uses = [new("article_category", "category_id", "name")],
        },
        new() { Name = "tag", StagedColumns = Tags.Columns, Fixed = ["slug"], Displayed = ["name"], IsCounted = true, Uses = [new("article_tag", "tag_id", "name")] },
        new()
        {
            Name = "author",
            StagedColumns = Authors.Columns,
            Fixed = ["slug"],
            Displayed = ["name", "url", "bio", "email", "params"],
            IsCounted = true,
            Uses = [new("article_author", "author_id", "name", "url", "bio", "email", "params")],
        },
        new()
        {
            Name = "image",
            StagedColumns = Images.Columns,
            Fixed = ["source_id", "origin", "url", "file_path", "mime_type", "byte_size", "content_hash", "file_stamp"],
            Displayed = ["source_url", "alt"],
            Uses = [new("article_image", "image_id", "source_url", "alt"), new("article_author", "avatar_id", "avatar_url", "null")],
        },
    ];

    /// <summary>Brings the touched rows in step with the articles: deletes what none uses any more, and shows the rest as the articles have it.</summary>
    /// <param name="connection">In the transaction of the merge.</param>
    /// <param name="areInUse">True when articles are known to use them all.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task RefreshAsync(NpgsqlConnection connection, bool areInUse, CancellationToken ct)
    {
        await connection.ExecuteAsync(DisplayAvatarSql, ct);   // before a portrait that was replaced goes
        foreach (var table in All)
        {
            if (!areInUse)
                await connection.ExecuteAsync(table.OrphanSql, ct);
            await connection.ExecuteAsync(table.DisplaySql, ct);
        }

        // A missing image is served at the address that is shown for it.
        await connection.ExecuteAsync("update image set url = source_url where origin = 'LOCAL' and file_path is null and url <> source_url and id in (select id from touched_image)", ct);
    }
}
