namespace ContentApi.Server.Caching;

/// <summary>One execution for all who wait for it. The last one who goes away ends it.</summary>
internal sealed class Flight
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Lazy<Task<CacheAnswer>> _answer;
    private int _waiting;

    /// <param name="execute">Makes the answer; begins with the first who waits.</param>
    public Flight(Func<CancellationToken, Task<CacheAnswer>> execute) => _answer = new Lazy<Task<CacheAnswer>>(() => execute(_ended.Token));

    /// <summary>True once nobody can wait for it any more, or need not.</summary>
    public bool IsOver => _ended.IsCancellationRequested || _answer.Value.IsCompleted;

    /// <summary>Waits for the answer.</summary>
    /// <returns>The answer; null when everybody had gone away before, and another flight is needed.</returns>
    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    public async Task<CacheAnswer?> WaitAsync(CancellationToken cancellationToken)
    {
        lock (_ended)
        {
            if (_ended.IsCancellationRequested)
                return null;
            _waiting++;
        }

        try
        {
            return await _answer.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (_ended)
        {
            if (--_waiting == 0 && !_answer.Value.IsCompleted)
                _ended.Cancel();
        }
    }
}
