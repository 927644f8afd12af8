using System.Globalization;
using ContentApi.Data;
using ContentApi.Data.Rows;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Moves staged rows into the tables: in one transaction, so that readers see all of an import or nothing.</summary>
internal static class ContentMerge
{
    /// <summary>Any number that nothing else locks. One merge at a time: they share rows, and would meet in different orders.</summary>
    public const long MergeLock = 0x436F6E74656E7441;

    /// <returns>The new content version.</returns>
    public static async Task<long> RunAsync(NpgsqlConnection connection, MergeInput input, CancellationToken ct)
    {
        await connection.ExecuteAsync($"select pg_advisory_xact_lock({MergeLock})", ct);
        await connection.ExecuteAsync("create temp table replaced_article on commit drop as select id from staged_article union all select id from removed_article", ct);
        foreach (var part in PartMerge.All)
            await connection.ExecuteAsync(part.FindSql, ct);

        foreach (var table in SharedTables.All)
            await connection.ExecuteAsync(table.TouchSql, ct);
        await ImportUndo.RecordAsync(connection, input.RunId, input.Source.Id, ct);
        await UpsertSourceAsync(connection, input.Source, ct);
        await RedirectMerge.RunAsync(connection, input.At, ct);
        foreach (var part in PartMerge.All)
            await connection.ExecuteAsync(part.DeleteSql, ct);
        await connection.ExecuteAsync("delete from article where id in (select id from removed_article)", ct);
        foreach (var table in SharedTables.All)
            await connection.ExecuteAsync(table.UpsertSql, ct);
        await connection.ExecuteAsync($"{Closure.InsertSql} on conflict do nothing", ct);
        var version = await BumpAsync(connection, input.At, ct);
        await connection.ExecuteAsync(ArticleMerge.LeavePathsSql("staged_article s"), ct);
        await connection.ExecuteAsync(ArticleMerge.PutSql("staged_article s", "$1"), ct, version);
        foreach (var part in PartMerge.All)
            await connection.ExecuteAsync(part.InsertSql, ct);
        await connection.ExecuteAsync(BodyMerge.InsertSql, ct);
        await connection.ExecuteAsync(BodyMerge.SweepSql, ct, input.RunId);
        await SharedTables.RefreshAsync(connection, areInUse: false, ct);
        await NotifyAsync(connection, version, ct);
        return version;
    }

    /// <returns>The present content version.</returns>
    public static async Task<long> ReadVersionAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select version from content_state", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public static Task WriteRunAsync(NpgsqlConnection connection, ImportRunRow run, CancellationToken ct) => connection.ExecuteAsync(
        """
        insert into import_run (id, source_id, started_at, finished_at, created, updated, unchanged, removed, renamed, skipped, failed, version, state)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        ct,
        run.Id,
        run.SourceId,
        run.StartedAt,
        run.FinishedAt,
        run.Created,
        run.Updated,
        run.Unchanged,
        run.Removed,
        run.Renamed,
        run.Skipped,
        run.Failed,
        run.Version,
        run.State);

    /// <summary>Counts the content version up; other merges wait from here on.</summary>
    public static async Task<long> BumpAsync(NpgsqlConnection connection, DateTimeOffset at, CancellationToken ct) =>
        (await connection.ListAsync("update content_state set version = version + 1, updated_at = $1 returning version", row => row.GetInt64(0), ct, at)).Single();

    /// <summary>Tells servers of a version, when the transaction is committed.</summary>
    public static Task NotifyAsync(NpgsqlConnection connection, long version, CancellationToken ct) =>
        connection.ExecuteAsync("select pg_notify($1, $2)", ct, ContentChannel.Name, version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Puts the row of a source; nobody else declares fields meanwhile.</summary>
    /// <exception cref="ImportRefusedException">Another source declares a field of it with another type.</exception>
    public static async Task UpsertSourceAsync(NpgsqlConnection connection, SourceRow row, CancellationToken ct)
    {
        await FieldConflicts.RefuseAsync(connection, row, ct);
        await UpsertAsync(connection, row, ct);
    }

    private static Task UpsertAsync(NpgsqlConnection connection, SourceRow row, CancellationToken ct) => connection.ExecuteAsync(
        """
        insert into source (id, name, root, address, dialect, options_hash, image_files_hash, time_zone, default_locale, title, url, fields)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb)
        on conflict (id) do update set root = excluded.root, address = excluded.address, dialect = excluded.dialect,
          options_hash = excluded.options_hash, image_files_hash = excluded.image_files_hash, time_zone = excluded.time_zone,
          default_locale = excluded.default_locale, title = excluded.title, url = excluded.url, fields = excluded.fields
        """,
        ct,
        row.Id,
        row.Name,
        row.Root,
        row.Address,
        row.Dialect,
        row.OptionsHash,
        row.ImageFilesHash,
        row.TimeZone,
        row.DefaultLocale,
        row.Title,
        row.Url,
        row.Fields);
}
