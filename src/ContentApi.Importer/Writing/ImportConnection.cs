using System.Globalization;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>The one connection of a run. Its session holds the lock and the staging tables, so both go when it ends, however it ends.</summary>
internal static class ImportConnection
{
    private const int WriteBuffer = 64 * 1024;

    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,   // a pool would keep the session, and with it the lock
            Enlist = false,
            CommandTimeout = 0,
            WriteBufferSize = WriteBuffer,
        };
        settings.ApplicationName ??= string.Create(CultureInfo.InvariantCulture, $"contentapi import, process {Environment.ProcessId}");
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);

            // A merge takes as long as it takes; limits of the role are meant for readers.
            await using var command = new NpgsqlCommand("set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0", connection);
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
