using GraphQL.DataLoader;

namespace ContentApi.Benchmarks.Queries.Contenders.Resolvers;

/// <summary>Collects the keys that resolvers of one request ask for, and loads them at once when the first result is needed.</summary>
/// <param name="loadAsync">Loads the values of keys; what it leaves out has none.</param>
internal sealed class BatchLoader<TKey, TValue>(Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> loadAsync)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private Batch? _open;

    /// <summary>Asks for the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="otherwise">What a key without a value has.</param>
    public IDataLoaderResult<TValue> Load(TKey key, TValue otherwise)
    {
        lock (_lock)
        {
            _open ??= new Batch(this);
            _open.Keys.Add(key);
            return new Result(_open, key, otherwise);
        }
    }

    private sealed class Batch(BatchLoader<TKey, TValue> loader)
    {
        private Task<IReadOnlyDictionary<TKey, TValue>>? _values;

        public HashSet<TKey> Keys { get; } = [];

        public Task<IReadOnlyDictionary<TKey, TValue>> LoadAsync()
        {
            lock (loader._lock)
            {
                if (loader._open == this)
                {
                    loader._open = null;
                }

                return _values ??= loader.LoadAsync(Keys);
            }
        }
    }

    private Task<IReadOnlyDictionary<TKey, TValue>> LoadAsync(IReadOnlyCollection<TKey> keys) => loadAsync(keys);

    private sealed class Result(Batch batch, TKey key, TValue otherwise) : IDataLoaderResult<TValue>
    {
        public async Task<TValue> GetResultAsync(CancellationToken cancellationToken = default) => (await batch.LoadAsync()).GetValueOrDefault(key, otherwise);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
