using ContentApi.GraphQL;

namespace ContentApi.Server.Caching;

/// <summary>What became of a request.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Stored">The same with its representations; null when it is not for everybody, or of no known snapshot.</param>
internal sealed record CacheAnswer(GraphQLResponse Response, StoredResponse? Stored);
