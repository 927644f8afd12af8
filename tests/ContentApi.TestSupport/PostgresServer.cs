using System.Globalization;
using ContentApi.Cli.Databases;
using ContentApi.Data;
using ContentApi.LocalPostgres;
using Npgsql;

namespace ContentApi.TestSupport;

/// <summary>
/// The PostgreSQL server of this test process, shared by its test classes: the one named by CONTENTAPI_TEST_DATABASE, else
/// a temporary cluster that is started on first use and goes with the process, however the process ends.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    // Held, because the cluster stops when its object is collected.
    private readonly LocalCluster? _cluster;
    private readonly NpgsqlConnectionStringBuilder _administrator;
    private readonly string _prefix = $"contentapi_test_{Guid.NewGuid():N}";
    private readonly Lazy<Task<string>> _template;
    private int _databases;

    private PostgresServer(string connectionString, LocalCluster? cluster = null)
    {
        _cluster = cluster;
        _administrator = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        _template = new Lazy<Task<string>>(MakeTemplateAsync);
    }

    /// <summary>The server of this process, started when this is the first call.</summary>
    public static Task<PostgresServer> GetAsync() => Shared.Value;

    /// <summary>A database of its own with every migration applied and nothing in it; it is dropped when disposed of.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        var template = await _template.Value;

        // Without fsync, copying the files takes a fifth of the time that copying through the log does; with it the checkpoints would cost more.
        return await CreateAsync($"template {template}{(_cluster is null ? "" : " strategy file_copy")}");
    }

    /// <summary>A database of its own with nothing in it, not even the tables; it is dropped when disposed of.</summary>
    public Task<TestDatabase> CreateEmptyDatabaseAsync() => CreateAsync("template template0");

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_administrator.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_administrator.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CONTENTAPI_TEST_DATABASE") is { Length: > 0 } database)
        {
            return new PostgresServer(PostgresUrl.IsUrl(database) ? PostgresUrl.Read(database).ConnectionString : database);
        }

        // What these settings leave out protects data against a crash of the machine; test data need no protection.
        var settings = new Dictionary<string, string>
        {
            ["fsync"] = "off",
            ["synchronous_commit"] = "off",
            ["full_page_writes"] = "off",
            ["max_connections"] = "200",
            ["max_wal_size"] = "256MB",   // it may lie in memory
        };
        var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = null, TemporaryRoot = ScratchDisk.Root, Settings = settings }, CancellationToken.None);
        return new PostgresServer(cluster.ConnectionString("postgres"), cluster);
    }

    private async Task<TestDatabase> CreateAsync(string origin)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_prefix}_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"create database {name} {origin}");
        return new TestDatabase(this, name, new NpgsqlConnectionStringBuilder(_administrator.ConnectionString) { Database = name, Pooling = true }.ConnectionString);
    }

    private async Task<string> MakeTemplateAsync()
    {
        var template = $"{_prefix}_template";
        if (_cluster is null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Execute($"drop database if exists {template}");
        }

        await ExecuteAsync($"create database {template} template template0");
        var connectionString = new NpgsqlConnectionStringBuilder(_administrator.ConnectionString) { Database = template };
        await DatabaseMigrator.MigrateAsync(connectionString.ConnectionString, CancellationToken.None);
        return template;
    }
}
