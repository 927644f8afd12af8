using System.Globalization;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>
/// The first import into an empty database, in one transaction: rows go straight into the tables, and keys and indexes are made when
/// all are there, which costs a third of keeping them up row by row. Readers wait meanwhile; there is nothing for them to read yet.
/// </summary>
internal sealed class FirstLoad : IAsyncDisposable
{
    // Who reads or writes just now is not kept waiting; when the tables are never free, the import goes the way of all others.
    private const int Attempts = 20;
    private const string WaitSql = "select pg_sleep(0.05)";

    private static readonly string Tables = string.Join(", ", OfArticles.Concat(OfSharedRows).Select(x => x.Target));

    private static readonly string TableArray = $"'{{{Tables}}}'::regclass[]";

    // The tables, and those at the other ends of their foreign keys: a key that goes and comes is taken from both.
    private static readonly string RelatedSql = $"""
        select unnest({TableArray}) as id
        union select unnest(array[conrelid, confrelid])::regclass from pg_constraint where contype = 'f' and (conrelid = any({TableArray}) or confrelid = any({TableArray}))
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly IReadOnlyList<string> _keys;
    private readonly long _version;

    private FirstLoad(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<string> keys, long version) =>
        (_connection, _transaction, _keys, _version) = (connection, transaction, keys, version);

    /// <summary>Takes the empty tables for this run alone; null when there is content, the tables belong to another role, or others use them.</summary>
    /// <param name="connection">Of the run.</param>
    /// <param name="at">Start of the run.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task<FirstLoad?> TryBeginAsync(NpgsqlConnection connection, DateTimeOffset at, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts && await IsPossibleAsync(connection, ct); attempt++)
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            try
            {
                if (await TakeTablesAsync(connection, ct))
                    return new FirstLoad(connection, transaction, await DropKeysAsync(connection, ct), await EmptyAsync(connection, at, ct));
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // Others read or write.
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }

            await transaction.DisposeAsync();
            await connection.ExecuteAsync(WaitSql, ct);
        }

        return null;
    }

    /// <summary>Makes the keys and what else a merge would, but does not commit.</summary>
    /// <returns>The new content version.</returns>
    public async Task<long> FinishAsync(MergeInput input, CancellationToken ct)
    {
        foreach (var table in SharedTables.All)
            await _connection.ExecuteAsync(table.TouchAllSql, ct);
        await SharedTables.RefreshAsync(_connection, areInUse: true, ct);
        await ImportUndo.RecordFirstAsync(_connection, input.RunId, input.Source.Id, ct);
        await ContentMerge.UpsertSourceAsync(_connection, input.Source, ct);
        await _connection.ExecuteAsync(string.Join(";\n", [.. _keys, "alter table article alter version drop default"]), ct);
        await ContentMerge.NotifyAsync(_connection, _version, ct);
        return _version;
    }

    public Task CommitAsync(CancellationToken ct) => _transaction.CommitAsync(ct);

    /// <summary>Leaves everything as it was, unless it was committed.</summary>
    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private static async Task<bool> IsPossibleAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var areEmpty = string.Join(" and ", OfArticles.Concat(OfSharedRows).Select(x => $"not exists (select from {x.Target})"));
        var sql = $"select {areEmpty} and (select bool_and(pg_has_role(relowner, 'USAGE')) from pg_class where oid in ({RelatedSql}))";
        return (await connection.ListAsync(sql, row => row.GetBoolean(0), ct)).Single();
    }

    // Content that was committed just before the lock was got would be seen by the statement after it.
    private static async Task<bool> TakeTablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var related = await connection.ListAsync($"select id::text from ({RelatedSql}) t", row => row.GetString(0), ct);
        await connection.ExecuteAsync($"lock table {string.Join(", ", related)} in access exclusive mode nowait", ct);
        return (await connection.ListAsync($"select pg_try_advisory_xact_lock({ContentMerge.MergeLock})", row => row.GetBoolean(0), ct)).Single() && await IsPossibleAsync(connection, ct);
    }

    /// <returns>The statements that make them again, foreign keys last.</returns>
    private static async Task<IReadOnlyList<string>> DropKeysAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var sql = $"""
            with loaded as (select unnest({TableArray}) as id),
            keys as (
              select case contype when 'f' then 0 else 1 end as place, format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
                format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
              from pg_constraint where contype in ('f', 'p', 'u') and (conrelid in (select id from loaded) or confrelid in (select id from loaded))
              union all
              select 2, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
              from pg_index where indrelid in (select id from loaded) and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u')))
            select drop, make from keys order by place, drop
            """;
        var keys = await connection.ListAsync(sql, row => (Drop: row.GetString(0), Make: row.GetString(1)), ct);
        await connection.ExecuteAsync(string.Join(";\n", keys.Select(x => x.Drop)), ct);
        return [.. keys.Select(x => x.Make).Reverse()];
    }

    // Rows that are copied into a table of the same transaction are seen by all from the start (FREEZE), and a column that files do not
    // give has its value by default.
    private static async Task<long> EmptyAsync(NpgsqlConnection connection, DateTimeOffset at, CancellationToken ct)
    {
        await connection.ExecuteAsync($"truncate {Tables}", ct);
        var version = await ContentMerge.BumpAsync(connection, at, ct);
        await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"alter table article alter version set default {version}"), ct);
        return version;
    }
}
