using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>Keeps the paths that articles leave, so that readers who know them find the article.</summary>
internal static class RedirectMerge
{
    /// <summary>Runs before the articles are replaced, when the staged ones have the paths that they get.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, DateTimeOffset at, CancellationToken ct)
    {
        await connection.ExecuteAsync("delete from article_redirect where article_id in (select id from removed_article)", ct);
        await connection.ExecuteAsync(
            """
            insert into article_redirect (source_id, path, article_id, moved_at)
            select a.source_id, a.path, a.id, $1 from article a join staged_article s on s.id = a.id where a.path <> s.path
            on conflict (source_id, path) do update set article_id = excluded.article_id, moved_at = excluded.moved_at
            """,
            ct,
            at);

        // Who comes back to a path, or is new there, is found at it.
        await connection.ExecuteAsync("delete from article_redirect r using staged_article s where r.source_id = s.source_id and r.path = s.path", ct);
    }
}
