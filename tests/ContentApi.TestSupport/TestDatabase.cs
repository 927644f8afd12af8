using Npgsql;

namespace ContentApi.TestSupport;

/// <summary>A database that belongs to one test or one test class.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresServer _server;
    private readonly string _name;

    internal TestDatabase(PostgresServer server, string name, string connectionString)
    {
        _server = server;
        _name = name;
        ConnectionString = connectionString;
    }

    /// <summary>An Npgsql connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Drops the database, also under connections that are still open.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await _server.ExecuteAsync($"drop database if exists {_name} with (force)");
    }
}
