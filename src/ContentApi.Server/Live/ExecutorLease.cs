using ContentApi.GraphQL.Execution;

namespace ContentApi.Server.Live;

/// <summary>An executor with the number of those who use it, its owner among them. The last one who leaves disposes of it.</summary>
internal sealed class ExecutorLease(GraphQLExecutor executor)
{
    private int _users = 1;

    public GraphQLExecutor Executor => executor;

    /// <summary>False when everybody has left already.</summary>
    public bool TryEnter()
    {
        while (true)
        {
            var users = Volatile.Read(ref _users);
            if (users == 0)
                return false;
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                return true;
        }
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            executor.Dispose();
    }
}
