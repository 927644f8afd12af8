using ContentApi.Data.Rows;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Puts back what an import replaced, and takes what it added.</summary>
/// <param name="connection">With the lock of the source held.</param>
/// <param name="source">The source as it is.</param>
/// <param name="runId">Its newest import that changed anything.</param>
/// <param name="version">The content version of that import.</param>
internal sealed class RollbackMerge(NpgsqlConnection connection, SourceRow source, Guid runId, long version)
{
    /// <param name="at">When.</param>
    /// <param name="ct">Ends it early; then nothing is changed.</param>
    /// <returns>Articles that are removed and put back, and the new content version.</returns>
    public async Task<(int Removed, int Restored, long Version)> RunAsync(DateTimeOffset at, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync($"select pg_advisory_xact_lock({ContentMerge.MergeLock})", ct);
        await connection.ExecuteAsync(BodyMerge.LeaveSql("article where source_id = $1 and version = $2"), ct, source.Id, version);
        foreach (var part in PartMerge.All)
            await ExecuteAsync(part.UndoDeleteSql);
        var removed = await connection.ExecuteAsync(RemoveSql, ct, source.Id, version, runId);
        await RestoreSharedRowsAsync(ct);
        await ContentMerge.UpsertSourceAsync(connection, await ReadSourceBeforeAsync(ct), ct);
        var newVersion = await ContentMerge.BumpAsync(connection, at, ct);
        await ExecuteAsync(ArticleMerge.LeavePathsSql(ImportUndo.Articles));
        var restored = await connection.ExecuteAsync(ArticleMerge.PutSql(ImportUndo.Articles, "$2"), ct, runId, newVersion);
        foreach (var part in PartMerge.All)
            await ExecuteAsync(part.UndoInsertSql);
        foreach (var table in SharedTables.All)
            await connection.ExecuteAsync(table.TouchAllSql, ct);
        await SharedTables.RefreshAsync(connection, areInUse: false, ct);
        await RestoreRedirectsAsync(ct);
        await ExecuteAsync("delete from diagnostic where import_run_id = $1");
        await ExecuteAsync($"insert into diagnostic ({Diagnostics.Columns}) select {Diagnostics.ColumnsWith("s.")} from {Kept("diagnostic")} on conflict do nothing");
        await ExecuteAsync("update import_run set state = 'ROLLED_BACK' where id = $1");
        await ImportUndo.ForgetAsync(connection, source.Id, ct);
        await ExecuteAsync(BodyMerge.SweepSql);
        await ContentMerge.NotifyAsync(connection, newVersion, ct);
        await transaction.CommitAsync(ct);
        return (removed, restored, newVersion);

        Task<int> ExecuteAsync(string sql) => connection.ExecuteAsync(sql, ct, runId);
    }

    // No list is kept of articles that an import adds: they have its version, and are none of those that it replaced.
    private const string RemoveSql = """
        delete from article a where source_id = $1 and version = $2
          and not exists (select from article_undo u where u.import_run_id = $3 and u.id = a.id)
        """;

    private static string Kept(string table) => $"{ImportUndo.KeptSql(table, "s")} where s_kept.import_run_id = $1";

    // Others may have come to use what this source alone had, and the other way round: what is there stays, and what nothing uses goes later.
    private async Task RestoreSharedRowsAsync(CancellationToken ct)
    {
        foreach (var table in SharedTables.All)
            await connection.ExecuteAsync(table.PutSql($"(select s.* from {Kept(table.Name)}) rows"), ct, runId);
        await connection.ExecuteAsync($"insert into category_closure ({Closure.Columns}) select {Closure.ColumnsWith("s.")} from {Kept("category_closure")} on conflict do nothing", ct, runId);
    }

    // As they were: what the articles leave now is no address that anyone should be led from.
    private async Task RestoreRedirectsAsync(CancellationToken ct)
    {
        await connection.ExecuteAsync($"delete from article_redirect where article_id in (select s.id from {ImportUndo.Articles})", ct, runId);
        await connection.ExecuteAsync($"insert into article_redirect select s.* from {Kept("article_redirect")} on conflict do nothing", ct, runId);
    }

    // Without its hashes, the next import looks at everything. Before a first import there is no row, but runs refer to it.
    private async Task<SourceRow> ReadSourceBeforeAsync(CancellationToken ct)
    {
        var rows = await connection.ListAsync(
            $"select s.root, s.address, s.dialect, s.options_hash, s.time_zone, s.default_locale, s.title, s.url, s.fields from {Kept("source")}",
            row => new SourceRow
            {
                Id = source.Id,
                Name = source.Name,
                Root = row.GetString(0),
                Address = row.GetString(1),
                Dialect = row.GetString(2),
                OptionsHash = row.GetString(3),
                TimeZone = row.GetString(4),
                DefaultLocale = row.GetString(5),
                Title = row.GetText(6),
                Url = row.GetText(7),
                Fields = row.GetText(8),
            },
            ct,
            runId);
        source.ImageFilesHash = null;
        return rows.SingleOrDefault() ?? source;
    }
}
