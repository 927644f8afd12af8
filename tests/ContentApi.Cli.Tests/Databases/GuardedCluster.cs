using ContentApi.Data;
using ContentApi.LocalPostgres;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Databases;

/// <summary>A server that asks everybody but its superuser for a password, with a role that may do nothing.</summary>
public sealed class GuardedCluster : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private LocalCluster? _cluster;

    /// <summary>The folder of the server's socket.</summary>
    public string Socket => new NpgsqlConnectionStringBuilder(Administrator).Host!;

    /// <summary>The superuser's connection string.</summary>
    public string Administrator => _cluster!.ConnectionString("postgres");

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_folder["pg_hba.conf"], "local all contentapi trust\nlocal all all scram-sha-256\n");
        var settings = new Dictionary<string, string> { ["fsync"] = "off", ["hba_file"] = _folder["pg_hba.conf"] };
        _cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = null, TemporaryRoot = ScratchDisk.Root, Settings = settings }, CancellationToken.None);
        await ExecuteAsync("create role visitor login password 'right'");
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster!.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Makes a database, with the tables of this version or without.</summary>
    public async Task<string> CreateDatabaseAsync(string name, bool migrated)
    {
        await ExecuteAsync($"create database {name}");
        var connectionString = _cluster!.ConnectionString(name);
        if (migrated)
        {
            await DatabaseMigrator.MigrateAsync(connectionString, CancellationToken.None);
        }

        return connectionString;
    }

    public async Task ExecuteAsync(string sql, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection((connectionString ?? Administrator) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
