using ContentApi.GraphQL;
using ContentApi.Server.Live;

namespace ContentApi.Server.Caching;

/// <summary>Answers requests, from what is stored where that is as good as asking the database.</summary>
internal sealed class CachedExecutor(LiveExecutor executor, ContentState state, ResponseCache cache)
{
    /// <summary>Answers one request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="context">Who asks, and where.</param>
    /// <param name="hasCredential">True when the caller names itself: then nothing is taken from others or kept for them.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    public async ValueTask<CacheAnswer> AnswerAsync(GraphQLRequest request, RequestContext context, bool hasCredential, CancellationToken cancellationToken)
    {
        if (hasCredential || request.Explain || await state.GetAsync(cancellationToken) is not { } snapshot)
            return new CacheAnswer(await executor.ExecuteAsync(request, context, cancellationToken), Stored: null);

        var key = RequestKey.Of(request, context);
        return cache.Find(key, snapshot) is { } stored
            ? new CacheAnswer(stored.Response, stored)
            : await cache.AnswerAsync(key, snapshot, ended => executor.ExecuteAsync(request, context, ended), () => state.IsLatest(snapshot), cancellationToken);
    }
}
