using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ContentApi.Server.Keys;

/// <summary>
/// Writes when keys were used last, once a minute for each. It works beside the requests: none waits for it, and none fails
/// when it does, as on a copy of the database that cannot be written.
/// </summary>
internal sealed class ApiKeyUses(NpgsqlDataSource database, TimeProvider clock, ILogger<ApiKeyUses> log) : BackgroundService
{
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Channel<Guid> _noted = Channel.CreateBounded<Guid>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Takes note of a use and comes back at once.</summary>
    public void Note(Guid id) => _noted.Writer.TryWrite(id);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tried = new Dictionary<Guid, DateTimeOffset>();
        try
        {
            await foreach (var id in _noted.Reader.ReadAllAsync(stoppingToken))
            {
                var now = clock.GetUtcNow();
                if (!tried.TryGetValue(id, out var last) || now - last >= Interval)
                {
                    tried[id] = now;
                    await TryWriteAsync(id, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends; a use that is not written yet is forgotten.
        }
    }

    private async Task TryWriteAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            // The pool's transactions are read-only, and the server's role may only read: the function, which its owner
            // runs, is the one thing that both have to be let to do.
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand("set transaction read write"),
                    new NpgsqlBatchCommand("select touch_api_key($1)") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } },
                },
            };
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it is, it must not end the server.
            LogMessages.KeyUseNotWritten(log, e.Message);
        }
    }
}
