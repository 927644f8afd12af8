using System.Collections.Concurrent;
using ContentApi.GraphQL;
using Microsoft.Extensions.Caching.Memory;

namespace ContentApi.Server.Caching;

/// <summary>
/// Public answers by request, bounded in bytes. An answer is given as long as its snapshot is the current one; requests that miss it together are answered by one
/// execution. Safe for many threads.
/// </summary>
internal sealed class ResponseCache : IDisposable
{
    /// <summary>Bytes of all answers together, with their compressed forms.</summary>
    public const long MaximumBytes = 128L * 1024 * 1024;

    private readonly MemoryCache _stored = new(new MemoryCacheOptions { SizeLimit = MaximumBytes, CompactionPercentage = 0.2 });
    private readonly ConcurrentDictionary<(RequestKey Key, ContentSnapshot Snapshot), Flight> _flights = new();
    private ContentSnapshot? _snapshot;

    /// <summary>Gives what is stored; null when there is nothing, or it was made from other content.</summary>
    public StoredResponse? Find(RequestKey key, ContentSnapshot snapshot) =>
        _stored.TryGetValue<StoredResponse>(key, out var found) && ReferenceEquals(found!.Snapshot, snapshot) ? found : null;

    /// <summary>Has a request answered, once for all who ask the same at this time.</summary>
    /// <param name="key">What is asked.</param>
    /// <param name="snapshot">What holds now.</param>
    /// <param name="execute">Answers it.</param>
    /// <param name="isCurrent">Tells, after the answer was made, whether that still holds.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async Task<CacheAnswer> AnswerAsync(
        RequestKey key, ContentSnapshot snapshot, Func<CancellationToken, Task<GraphQLResponse>> execute, Func<bool> isCurrent, CancellationToken cancellationToken)
    {
        var place = (key, snapshot);
        while (true)
        {
            var flight = _flights.GetOrAdd(place, _ => new Flight(async ended => Store(key, snapshot, await execute(ended), isCurrent())));
            try
            {
                if (await flight.WaitAsync(cancellationToken) is { } answer)
                    return answer;
            }
            finally
            {
                // Who comes later finds what is stored, or begins anew.
                if (flight.IsOver)
                    _flights.TryRemove(KeyValuePair.Create(place, flight));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    // An answer that its statement made from newer content than was known, or across the instant of a publication, is of no snapshot that is known.
    private CacheAnswer Store(RequestKey key, ContentSnapshot snapshot, GraphQLResponse response, bool isCurrent)
    {
        if (!response.IsPublic || !isCurrent || (response.ContentVersion is { } version && version != snapshot.Version))
            return new CacheAnswer(response, Stored: null);
        DropOlder(snapshot);
        var stored = new StoredResponse(response, snapshot, key);
        _stored.Set(key, stored, new MemoryCacheEntryOptions { Size = stored.Size });
        return new CacheAnswer(response, stored);
    }

    // What was made from other content is never given again; it need not wait until the room is used up.
    private void DropOlder(ContentSnapshot snapshot)
    {
        if (!ReferenceEquals(Interlocked.Exchange(ref _snapshot, snapshot), snapshot))
            _stored.Clear();
    }
}
