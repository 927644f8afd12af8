using ContentApi.Data;
using ContentApi.Server.Caching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ContentApi.Server.Live;

/// <summary>
/// Keeps the server in step with the content: has its state and the fields that sources declare read at the start, whenever an import is committed, and after
/// every time that the database was away.
/// </summary>
internal sealed class ContentWatcher(WatcherDatabase database, ContentState state, ILogger<ContentWatcher> log) : BackgroundService
{
    // A server that starts does not wait longer for a database that is away.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(3);

    // After this a connection is asked whether it is still one.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>The first request finds the fields.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            await using var connection = await database.OpenAsync(limit.Token);
            await state.ReadAsync(connection, limit.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogMessages.StateNotRead(log, e.Message);
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
        catch (Exception e)
        {
            // Whatever it is, it must not end the server; and what its end brings along is no news.
            if (!cancellationToken.IsCancellationRequested)
                LogMessages.StateNotRead(log, e.Message);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await ListenAsync(connection, cancellationToken);

        // What is told while the state is read may have been committed too late to be in it.
        var isTold = false;
        connection.Notification += (_, _) => isTold = true;
        while (true)
        {
            isTold = false;
            await state.ReadAsync(connection, cancellationToken);
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
