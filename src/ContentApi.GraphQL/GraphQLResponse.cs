namespace ContentApi.GraphQL;

/// <summary>A complete response body: a JSON object with <c>data</c>, <c>errors</c> or both.</summary>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Outcome">How far the request came; decides the HTTP status.</param>
public sealed record GraphQLResponse(ReadOnlyMemory<byte> Body, GraphQLOutcome Outcome);
