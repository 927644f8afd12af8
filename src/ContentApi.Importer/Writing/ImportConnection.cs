using System.Globalization;
using ContentApi.Data;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>The one connection of a run. Its session holds the lock and the staging tables, so both go when it ends, however it ends.</summary>
internal static class ImportConnection
{
    private const int WriteBuffer = 64 * 1024;

    // A host that vanishes without a word would leave the import waiting, or the lock held, for the two hours that TCP takes by itself.
    private const int KeepAliveSeconds = 30;

    // A merge takes as long as it takes; limits of the role are meant for readers. Instants are told in one zone, whatever the role's.
    // What is staged is stored as it is moved, so it is compressed as its columns are.
    private static readonly string SettingsSql = string.Create(CultureInfo.InvariantCulture, $"""
        set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set idle_session_timeout = 0; set timezone = 'UTC';
        set default_toast_compression = 'lz4'; set tcp_keepalives_idle = {KeepAliveSeconds}; set tcp_keepalives_interval = {KeepAliveSeconds}
        """);

    /// <summary>Opens a database that has all tables of this version.</summary>
    /// <exception cref="ImportRefusedException">It lacks some, or is not there.</exception>
    /// <exception cref="NewerDatabaseException">It was written by a newer version.</exception>
    /// <exception cref="NpgsqlException">It cannot be reached.</exception>
    public static async Task<NpgsqlConnection> OpenCurrentAsync(string connectionString, CancellationToken ct)
    {
        const string Outdated = "The database lacks tables of this version; run contentapi migrate first.";
        NpgsqlConnection connection;
        try
        {
            connection = await OpenAsync(connectionString, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new ImportRefusedException(Outdated);
        }

        try
        {
            return await DatabaseMigrator.IsCurrentAsync(connection, ct) ? connection : throw new ImportRefusedException(Outdated);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

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
        if (settings.Host is { } host && !Path.IsPathRooted(host))
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, KeepAliveSeconds, KeepAliveSeconds);
        var connection = SourceOf(settings.ConnectionString).CreateConnection();
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(SettingsSql, ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // The types of all columns and parameters are PostgreSQL's own: to learn of others would take longer than to connect.
    private static NpgsqlDataSource SourceOf(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays().EnableTransportSecurity().EnableIntegratedSecurity().ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }
}
