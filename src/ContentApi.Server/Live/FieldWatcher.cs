using ContentApi.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ContentApi.Server.Live;

/// <summary>
/// Keeps the graph in step with the fields that sources declare: reads them at the start, whenever an import is committed, and after every time that the
/// database was away. While it is away the graph stays as it is.
/// </summary>
internal sealed class FieldWatcher(ServerOptions options, LiveExecutor executor, ILogger<FieldWatcher> log) : BackgroundService
{
    // A server that starts does not wait longer for a database that is away.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(3);

    // After this a connection is asked whether it is still one; and where nothing is told, as on a copy of the database, this is how old the graph can be.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    // Of its own: a pool that requests use up must not keep it out, nor it them.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { ApplicationName = "contentapi watcher", Pooling = false }.ConnectionString;

    /// <summary>The first request finds the fields.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            await using var connection = new NpgsqlConnection(_connectionString);
            await connection.OpenAsync(limit.Token);
            executor.Exchange(await CustomFields.ReadAllAsync(connection, limit.Token));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogMessages.FieldsNotRead(log, e.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryWatchAsync(stoppingToken);
                await Task.Delay(RetryDelay, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private async Task TryWatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WatchAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, it must not end the server.
            LogMessages.FieldsNotRead(log, e.Message);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await ListenAsync(connection, cancellationToken);

        // What is told while the fields are read may have been committed too late to be among them.
        var isTold = false;
        connection.Notification += (_, _) => isTold = true;
        while (true)
        {
            isTold = false;
            executor.Exchange(await CustomFields.ReadAllAsync(connection, cancellationToken));
            if (!isTold)
                await connection.WaitAsync(Interval, cancellationToken);
        }
    }

    private static async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var listen = new NpgsqlCommand($"listen {ContentChannel.Name}", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            // A copy of another database, which tells nothing.
        }
    }
}
