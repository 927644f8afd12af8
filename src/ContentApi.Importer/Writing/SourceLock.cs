using System.Buffers.Binary;
using System.Globalization;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>One importer at a time for each source of a database: an advisory lock that lasts at most as long as the session.</summary>
internal sealed class SourceLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly long _key;

    private SourceLock(NpgsqlConnection connection, long key)
    {
        _connection = connection;
        _key = key;
    }

    /// <exception cref="ImportRefusedException">Another session holds the lock; the message names it.</exception>
    public static async Task<SourceLock> TakeAsync(NpgsqlConnection connection, Guid sourceId, string sourceName, CancellationToken ct)
    {
        var key = BinaryPrimitives.ReadInt64BigEndian(sourceId.ToByteArray(bigEndian: true));
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = key } } };
        return await command.ExecuteScalarAsync(ct) is true
            ? new SourceLock(connection, key)
            : throw new ImportRefusedException(
                $"Another import, plan or rollback of '{sourceName}' is running ({await DescribeHolderAsync(connection, key, ct)}); try again when it has ended.") { Passes = true };
    }

    /// <summary>Lets the next importer in at once: the server notices the end of a session only a little later.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", _connection) { Parameters = { new() { Value = _key } } };
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The connection is broken; the lock goes with its session.
        }
    }

    private static async Task<string> DescribeHolderAsync(NpgsqlConnection connection, long key, CancellationToken ct)
    {
        const string Sql = """
            select a.pid, a.application_name, coalesce(host(a.client_addr), 'this machine')
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and a.datname = current_database()
              and (l.classid::bigint << 32) | l.objid::bigint = $1
            """;
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = key } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(1)}, from {reader.GetString(2)}, database process {reader.GetInt32(0)}")
            : "it ended just now";
    }
}
