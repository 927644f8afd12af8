using System.Diagnostics;
using System.Globalization;
using ContentApi.Data;
using ContentApi.Importer.Tests.Support;
using ContentApi.LocalPostgres;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Importer.Tests.Faults;

/// <summary>A server of one test class, which may do to it what others would not survive.</summary>
public sealed class OwnServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private LocalCluster? _cluster;
    private int _databases;

    public async ValueTask InitializeAsync() => await StartAsync();

    public async Task StartAsync()
    {
        var settings = new Dictionary<string, string> { ["fsync"] = "off" };
        _cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = _folder.Path, Settings = settings }, TestContext.Current.CancellationToken);
    }

    /// <summary>Stops the server: fast, which tells its clients, or immediately, which leaves the data for the next start to mend.</summary>
    public async Task StopAsync(bool immediately)
    {
        if (immediately)
        {
            var pid = File.ReadLines(Path.Combine(_cluster!.DataDirectory, "data", "postmaster.pid")).First();
            using var kill = Process.Start("kill", ["-QUIT", pid]);
            await kill.WaitForExitAsync();
        }

        await _cluster!.DisposeAsync();
    }

    /// <summary>A folder with a new database.</summary>
    internal async Task<Site> CreateSiteAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"site_{Interlocked.Increment(ref _databases)}");
        await using (var connection = new NpgsqlConnection(AddressOf("postgres")))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"create database {name}", connection);
            await command.ExecuteNonQueryAsync();
        }

        await DatabaseMigrator.MigrateAsync(AddressOf(name), CancellationToken.None);
        return new Site(() => AddressOf(name));
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster!.DisposeAsync();
        _folder.Dispose();
    }

    // A pool would give connections of a server that is gone.
    private string AddressOf(string database) => new NpgsqlConnectionStringBuilder(_cluster!.ConnectionString(database)) { Pooling = false }.ConnectionString;
}
