using ContentApi.Data;
using ContentApi.Server.Live;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ContentApi.Server.Caching;

/// <summary>
/// Knows how current the content is, so that answers that were made can be given again. A commit is told by the database and is known within a few
/// milliseconds. A lost connection tells nothing: what is known holds for a short time only, and is then read again, by the requests that need it. So nothing is
/// asked while nobody asks, and no answer is staler than that time, whatever became of the connection that listens. Safe for many threads.
/// </summary>
internal sealed class ContentState(WatcherDatabase database, LiveExecutor executor, TimeProvider clock, ILogger<ContentState> log)
{
    // Less than the 100 ms that contract C5 allows, by what an answer takes.
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(80);

    // From this age on it is read again beside requests, so that under load none has to wait for it.
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1);
    private Proof? _proof;
    private Task<ContentSnapshot?>? _renewal;

    /// <summary>Gives what holds now without asking anybody; null when that is not known.</summary>
    public ContentSnapshot? Current
    {
        get
        {
            if (Volatile.Read(ref _proof) is not { } proof || !proof.Snapshot.HoldsAt(clock.GetUtcNow()))
                return null;
            var age = clock.GetElapsedTime(proof.At);
            if (age > Lease)
                return null;
            if (age > RenewAfter)
                _ = RenewAsync();
            return proof.Snapshot;
        }
    }

    /// <summary>True as long as nothing newer is known.</summary>
    public bool IsLatest(ContentSnapshot snapshot) => ReferenceEquals(Volatile.Read(ref _proof)?.Snapshot, snapshot) && snapshot.HoldsAt(clock.GetUtcNow());

    /// <summary>Gives what holds now; null when the database does not tell.</summary>
    public async ValueTask<ContentSnapshot?> GetAsync(CancellationToken cancellationToken) => Current ?? await RenewAsync().WaitAsync(cancellationToken);

    /// <summary>Reads everything anew: the version, the instants around now, and the fields that sources declare.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or was not migrated.</exception>
    public async Task ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadLimit);
        await _reading.WaitAsync(limit.Token);
        try
        {
            await ReadAllAsync(connection, limit.Token);
        }
        finally
        {
            _reading.Release();
        }
    }

    // One for all who wait.
    private Task<ContentSnapshot?> RenewAsync()
    {
        var running = Volatile.Read(ref _renewal);
        if (running is { IsCompleted: false })
            return running;
        var mine = new TaskCompletionSource<ContentSnapshot?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var winner = Interlocked.CompareExchange(ref _renewal, mine.Task, running);
        if (winner != running)
            return winner!;
        _ = CompleteAsync(mine);
        return mine.Task;
    }

    private async Task CompleteAsync(TaskCompletionSource<ContentSnapshot?> renewal)
    {
        try
        {
            using var limit = new CancellationTokenSource(ReadLimit);
            renewal.SetResult(await ReadChangesAsync(limit.Token));
        }
        catch (Exception e)
        {
            // Whatever it is, requests are answered without what is kept.
            LogMessages.StateNotRead(log, e.Message);
            renewal.SetResult(null);
        }
    }

    private async Task<ContentSnapshot?> ReadChangesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var at = clock.GetTimestamp();
            var version = await ContentStateReader.ReadVersionAsync(connection, cancellationToken);
            if (_proof is { } proof && proof.Snapshot.Version == version && proof.Snapshot.HoldsAt(clock.GetUtcNow()))
            {
                Volatile.Write(ref _proof, proof with { At = at });
                return proof.Snapshot;
            }

            return await ReadAllAsync(connection, cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    // The fields between: they are neither older nor newer than the version that is the same before and after.
    private async Task<ContentSnapshot> ReadAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            var version = await ContentStateReader.ReadVersionAsync(connection, cancellationToken);
            var fields = await CustomFields.ReadAllAsync(connection, cancellationToken);
            var at = clock.GetTimestamp();
            var read = await ContentStateReader.ReadSnapshotAsync(connection, clock.GetUtcNow(), cancellationToken);
            if (read.Version == version)
                return Take(read, fields, at);
        }
    }

    // The same snapshot when nothing has changed: answers that were made from it are kept. Another one is known once the graph is the one that belongs to it,
    // and meanwhile none is.
    private ContentSnapshot Take(ContentSnapshot read, IReadOnlyList<CustomField> fields, long at)
    {
        var known = _proof?.Snapshot;
        var snapshot = known == read ? known : read;
        if (!ReferenceEquals(snapshot, known))
            Volatile.Write(ref _proof, null);
        executor.Exchange(fields);
        Volatile.Write(ref _proof, new Proof(snapshot, at));
        return snapshot;
    }

    private sealed record Proof(ContentSnapshot Snapshot, long At);
}
