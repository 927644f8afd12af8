using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;
using Npgsql;

namespace ContentApi.Importer;

/// <summary>Undoes the newest import of a source.</summary>
/// <param name="clock">Gives the instants that are stored.</param>
public sealed class ContentRollback(TimeProvider clock)
{
    /// <summary>
    /// Brings a source back to what it was before its newest import that changed anything. Readers see all of it or nothing, and the
    /// files are left as they are: the next import reads them again.
    /// </summary>
    /// <param name="connectionString">An Npgsql connection string of a migrated database.</param>
    /// <param name="sourceName">Name of the source; null for the only one.</param>
    /// <param name="importId">The import that is to be undone; null for the newest.</param>
    /// <param name="ct">Ends it early; then nothing is changed.</param>
    /// <exception cref="ImportRefusedException">Nothing was changed; the message says why and what to do.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached, or failed.</exception>
    public async Task<RollbackReport> RollBackAsync(string connectionString, string? sourceName, Guid? importId, CancellationToken ct)
    {
        await using var connection = await ImportConnection.OpenCurrentAsync(connectionString, ct);
        var name = sourceName ?? await FindOnlySourceAsync(connection, importId, ct);
        var sourceId = NaturalKey.Source(name);
        await using var held = await SourceLock.TakeAsync(connection, sourceId, name, ct);
        var source = await StoredSource.ReadRowAsync(connection, sourceId, ct) ?? throw new ImportRefusedException($"There is no source '{name}' in this database.");
        var run = await FindUndoableAsync(connection, source, importId, ct);
        var (removed, restored, version) = await new RollbackMerge(connection, source, run.Id, run.Version).RunAsync(clock.GetUtcNow(), ct);
        return new RollbackReport { Source = name, ImportId = run.Id, StartedAt = run.StartedAt, Removed = removed, Restored = restored, ContentVersion = version };
    }

    private static async Task<string> FindOnlySourceAsync(NpgsqlConnection connection, Guid? importId, CancellationToken ct)
    {
        var names = importId is { } id
            ? await connection.ListAsync("select s.name from source s join import_run r on r.source_id = s.id where r.id = $1", row => row.GetString(0), ct, id)
            : await connection.ListAsync("select name from source order by name", row => row.GetString(0), ct);
        return names switch
        {
            [var only] => only,
            [] when importId is { } missing => throw new ImportRefusedException($"There is no import {missing} in this database."),
            [] => throw new ImportRefusedException("Nothing was imported into this database yet."),
            _ => throw new ImportRefusedException($"The database has several sources: {string.Join(", ", names)}. Say which one with --source."),
        };
    }

    private static async Task<(Guid Id, DateTimeOffset StartedAt, long Version)> FindUndoableAsync(NpgsqlConnection connection, SourceRow source, Guid? importId, CancellationToken ct)
    {
        const string Sql = """
            select r.id, r.started_at, r.version, r.state, u.id is not null
            from import_run r left join import_undo u on u.import_run_id = r.id and u.table_name = $2
            where r.source_id = $1 and (r.id = $3 or u.id is not null)
            """;
        var runs = await connection.ListAsync(
            Sql, row => (Id: row.GetGuid(0), StartedAt: row.GetFieldValue<DateTimeOffset>(1), Version: row.GetInt64(2), State: row.GetString(3), IsUndoable: row.GetBoolean(4)), ct, source.Id, ImportUndo.Marker, importId);
        var newest = runs.Find(x => x.IsUndoable);
        if (importId is { } id && id != newest.Id)
            throw new ImportRefusedException(WhyNot(runs.Find(x => x.Id == id)));
        return newest.IsUndoable
            ? (newest.Id, newest.StartedAt, newest.Version)
            : throw new ImportRefusedException($"There is nothing to undo in '{source.Name}': its newest import that changed anything was rolled back already, or was made by an older version of this program.");

        string WhyNot((Guid Id, DateTimeOffset StartedAt, long Version, string State, bool IsUndoable) run) => run switch
        {
            { Id: var found } when found == Guid.Empty => $"There is no import {id} of '{source.Name}'.",
            { State: "ROLLED_BACK" } => $"The import {id} was rolled back already.",
            _ when newest.IsUndoable && newest.Id > id => $"The import {id} is not the newest of '{source.Name}': {newest.Id}, of {newest.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, came after it, and what was there before it is kept no more. Only that one can be rolled back.",
            _ => $"The import {id} changed nothing, or what was there before it is kept no more.",
        };
    }
}
