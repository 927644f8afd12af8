using ContentApi.Data;
using ContentApi.LocalPostgres;

namespace ContentApi.Benchmarks.Queries.Content;

/// <summary>A private server with an empty, migrated database.</summary>
internal sealed class ContentDatabase : IAsyncDisposable
{
    private readonly LocalCluster _cluster;

    private ContentDatabase(LocalCluster cluster) => _cluster = cluster;

    /// <summary>Npgsql connection string.</summary>
    public string ConnectionString => _cluster.ConnectionString("postgres");

    /// <summary>Folder of the server.</summary>
    public string DataDirectory => _cluster.DataDirectory;

    /// <summary>Starts it. Reading is as everywhere; filling need not outlive a crash.</summary>
    public static async Task<ContentDatabase> StartAsync()
    {
        var settings = new Dictionary<string, string> { ["fsync"] = "off", ["max_wal_size"] = "4GB", ["maintenance_work_mem"] = "512MB" };
        var database = new ContentDatabase(await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = null, Settings = settings }, CancellationToken.None));
        await DatabaseMigrator.MigrateAsync(database.ConnectionString, CancellationToken.None);
        return database;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
