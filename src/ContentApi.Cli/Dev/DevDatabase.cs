using System.Security.Cryptography;
using System.Text;
using ContentApi.LocalPostgres;
using Npgsql;

namespace ContentApi.Cli.Dev;

/// <summary>The database of a <c>dev</c> session: a private one that lives as long as this object, or one that was named.</summary>
internal sealed class DevDatabase : IAsyncDisposable
{
    private readonly LocalCluster? _cluster;

    private DevDatabase(string connectionString, LocalCluster? cluster) => (ConnectionString, _cluster) = (connectionString, cluster);

    /// <summary>An Npgsql connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>The folder of the private database; null when one was named.</summary>
    public string? Folder => _cluster?.DataDirectory;

    /// <summary>A sentence when the private database lies elsewhere than it was asked to.</summary>
    public string? MovedBecause => _cluster?.MovedBecause;

    /// <summary>Starts or reaches the database.</summary>
    /// <exception cref="LocalPostgresException">The private database cannot be run.</exception>
    public static async Task<DevDatabase> StartAsync(DevOptions options, CancellationToken cancellationToken)
    {
        if (options.ConnectionString is not null)
        {
            return new DevDatabase(options.ConnectionString, cluster: null);
        }

        var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = options.DataDirectory }, cancellationToken);
        try
        {
            var name = NameOf(options.Folder);
            await CreateAsync(cluster.ConnectionString("postgres"), name, cancellationToken);
            return new DevDatabase(cluster.ConnectionString(name), cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the private database.</summary>
    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    // One database for each folder: the API shows the folder that was named, whatever was tried here before, and two
    // folders of the same name do not meet.
    private static string NameOf(string folder) => "content_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];

    private static async Task CreateAsync(string connectionString, string name, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection) { Parameters = { new() { Value = name } } };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            await using var create = new NpgsqlCommand($"create database {name}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
