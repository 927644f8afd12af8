using System.Globalization;
using ContentApi.Data.Rows;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Moves staged rows into the tables: in one transaction, so that readers see all of an import or nothing.</summary>
internal static class ContentMerge
{
    /// <summary>The channel on which the new content version is told.</summary>
    private const string Channel = "contentapi_version";

    // Any number that nothing else locks. One merge at a time: they share rows, and would meet in different orders.
    private const long MergeLock = 0x436F6E74656E7441;

    // Of several portraits the one with the smallest address, which min() of a single column cannot say.
    private const string DisplayAvatarSql = """
        update author t set avatar_id = d.avatar_id
        from (
          select author_id, (array_agg(avatar_id order by avatar_url, avatar_id) filter (where avatar_id is not null))[1] as avatar_id
          from article_author where author_id in (select id from touched_author) group by author_id
        ) d
        where t.id = d.author_id and t.avatar_id is distinct from d.avatar_id
        """;

    private static readonly SharedTable[] Shared =
    [
        new()
        {
            Name = "category",
            StagedColumns = Categories.Columns,
            Fixed = ["slug", "path", "depth", "parent_id"],
            Displayed = ["name"],
            Uses = [new("article_category", "category_id", "name")],
        },
        new() { Name = "tag", StagedColumns = Tags.Columns, Fixed = ["slug"], Displayed = ["name"], Uses = [new("article_tag", "tag_id", "name")] },
        new()
        {
            Name = "author",
            StagedColumns = Authors.Columns,
            Fixed = ["slug"],
            Displayed = ["name", "url", "bio"],
            Uses = [new("article_author", "author_id", "name", "url", "bio")],
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

    /// <returns>The new content version.</returns>
    public static async Task<long> RunAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, MergeInput input, CancellationToken ct)
    {
        await ExecuteAsync($"select pg_advisory_xact_lock({MergeLock})");
        await ExecuteAsync(
            "create temp table replaced_article on commit drop as select id from staged_article union all select id from removed_article");
        foreach (var table in Shared)
            await ExecuteAsync(table.TouchSql);
        if (input.RunId is { } run)
            await ImportUndo.RecordAsync(connection, run, input.Source.Id, ct);
        await UpsertSourceAsync(connection, transaction, input.Source, ct);
        await RedirectMerge.RunAsync(connection, input.At, ct);

        // Changed articles are replaced whole: their body and edges go with them and come back new.
        await ExecuteAsync("delete from article where id in (select id from replaced_article)");
        foreach (var table in Shared)
            await ExecuteAsync(table.UpsertSql);
        await ExecuteAsync($"{Closure.InsertSql} on conflict do nothing");
        var version = await BumpAsync(connection, transaction, input.At, ct);
        await ExecuteAsync($"insert into article ({Articles.Columns}, version) select {Articles.Columns}, $1 from {Articles.Name}", version);
        foreach (var table in OfArticles.Where(x => x != Articles))
            await ExecuteAsync(table.InsertSql);
        await ExecuteAsync(DisplayAvatarSql);   // before a portrait that was replaced goes
        foreach (var table in Shared)
        {
            await ExecuteAsync(table.OrphanSql);
            await ExecuteAsync(table.DisplaySql);
        }

        // A missing image is served at the address that is shown for it.
        await ExecuteAsync("update image set url = source_url where origin = 'LOCAL' and file_path is null and url <> source_url and id in (select id from touched_image)");
        await ExecuteAsync("select pg_notify($1, $2)", Channel, version.ToString(CultureInfo.InvariantCulture));
        return version;

        async Task ExecuteAsync(string sql, params object[] parameters)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var parameter in parameters)
                command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <returns>The present content version.</returns>
    public static async Task<long> ReadVersionAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select version from content_state", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public static async Task WriteRunAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, ImportRunRow run, CancellationToken ct)
    {
        const string Sql = """
            insert into import_run (id, source_id, started_at, finished_at, created, updated, unchanged, removed, renamed, skipped, failed, version, state)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """;
        await using var command = new NpgsqlCommand(Sql, connection, transaction);
        object[] values =
        [
            run.Id, run.SourceId, run.StartedAt, run.FinishedAt, run.Created, run.Updated, run.Unchanged, run.Removed, run.Renamed,
            run.Skipped, run.Failed, run.Version, run.State,
        ];
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Tells the planner of the new rows now, because autovacuum would take a minute and the first queries come at once.</summary>
    public static async Task AnalyzeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        const string Sql = """
            analyze article, article_body, article_alias, article_link, article_category, article_tag, article_author, article_image,
              category, category_closure, tag, author, image
            """;
        await using var command = new NpgsqlCommand(Sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<long> BumpAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset at, CancellationToken ct)
    {
        const string Sql = "update content_state set version = version + 1, updated_at = $1 returning version";
        await using var command = new NpgsqlCommand(Sql, connection, transaction) { Parameters = { new() { Value = at } } };
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task UpsertSourceAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, SourceRow row, CancellationToken ct)
    {
        const string Sql = """
            insert into source (id, name, root, address, dialect, options_hash, image_files_hash, time_zone, default_locale, title, url)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (id) do update set root = excluded.root, address = excluded.address, image_files_hash = excluded.image_files_hash, dialect = excluded.dialect, options_hash = excluded.options_hash,
              time_zone = excluded.time_zone, default_locale = excluded.default_locale, title = excluded.title, url = excluded.url
            """;
        await using var command = new NpgsqlCommand(Sql, connection, transaction);
        object?[] values =
            [row.Id, row.Name, row.Root, row.Address, row.Dialect, row.OptionsHash, row.ImageFilesHash, row.TimeZone, row.DefaultLocale, row.Title, row.Url];
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
