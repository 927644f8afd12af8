using ContentApi.GraphQL;

namespace ContentApi.Server.Freezing;

/// <summary>A request whose answer is written.</summary>
/// <param name="Request">The request.</param>
/// <param name="File">The file of its document, for findings.</param>
/// <param name="Addresses">Where its answer is written, below <c>/graphql/persisted/</c>.</param>
internal sealed record FrozenRequest(GraphQLRequest Request, string File, IReadOnlyList<string> Addresses);
