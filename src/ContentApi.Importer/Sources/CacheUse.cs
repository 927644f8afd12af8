using ContentApi.Importer.Writing;
using Npgsql;

namespace ContentApi.Importer.Sources;

/// <summary>What a database has to do with the cache.</summary>
internal static class CacheUse
{
    /// <summary>Tells the database from others, however it is reached; a name for a folder.</summary>
    public static async Task<string> IdentifyAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        const string Sql = "select c.system_identifier || '-' || d.oid from pg_control_system() c, pg_database d where d.datname = current_database()";
        return (await connection.ListAsync(Sql, row => row.GetString(0), ct)).Single();
    }

    /// <summary>The folders that its sources lie in, or will after a rollback.</summary>
    public static Task<List<string>> ReadRootsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        const string Sql = """
            select root from source
            union select u.content ->> 'root' from import_run r join import_undo u on u.import_run_id = r.id and u.table_name = 'source'
            """;
        return connection.ListAsync(Sql, row => row.GetString(0), ct);
    }
}
