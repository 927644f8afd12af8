using Npgsql;

namespace ContentApi.Server.Live;

/// <summary>Connections that tell whether the content has changed. A pool of their own: requests that use theirs up must not keep these out.</summary>
internal sealed class WatcherDatabase(ServerOptions options) : IAsyncDisposable
{
    // One listens, one asks.
    private const int MaximumConnections = 2;

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString)
    {
        ApplicationName = "contentapi watcher",
        Timezone = "UTC",
        MinPoolSize = 0,
        MaxPoolSize = MaximumConnections,
    });

    /// <summary>Opens a connection.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => _database.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
