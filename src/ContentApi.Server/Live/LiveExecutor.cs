using ContentApi.Data;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using Npgsql;

namespace ContentApi.Server.Live;

/// <summary>
/// Answers requests with the graph of the fields that are declared now. When others are declared the executor is exchanged; the old one answers the requests
/// that it has begun, and is then disposed of. Safe for many threads.
/// </summary>
internal sealed class LiveExecutor(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    private ExecutorLease _current = new(new GraphQLExecutor(database, clock));

    /// <summary>Raised when an executor was exchanged.</summary>
    public event EventHandler? Exchanged;

    /// <summary>Answers one request.</summary>
    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    public async Task<GraphQLResponse> ExecuteAsync(GraphQLRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var lease = Take();
        try
        {
            return await lease.Executor.ExecuteAsync(request, context, cancellationToken);
        }
        finally
        {
            lease.Leave();
        }
    }

    /// <summary>Takes other fields; nothing happens when they are the same. One caller at a time.</summary>
    public void Exchange(IReadOnlyList<CustomField> fields)
    {
        if (Volatile.Read(ref _current).Executor.DeclaredFields.SequenceEqual(fields))
            return;
        Interlocked.Exchange(ref _current, new ExecutorLease(new GraphQLExecutor(database, clock, fields))).Leave();
        Exchanged?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose() => _current.Leave();

    // One that is refused was exchanged a moment ago.
    private ExecutorLease Take()
    {
        while (true)
        {
            var lease = Volatile.Read(ref _current);
            if (lease.TryEnter())
                return lease;
        }
    }
}
