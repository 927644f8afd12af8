namespace ContentApi.Benchmarks.Queries;

/// <summary>One question, asked of ContentApi and of SQL that a person wrote for it.</summary>
/// <param name="Name">Short name in the table.</param>
/// <param name="Query">The GraphQL document.</param>
/// <param name="HandWritten">The statement; it gives the whole answer as one value, visibility included.</param>
/// <param name="Variables">Variables of the n-th request, in the order of the statement's parameters after <c>$1</c> (the present).</param>
internal sealed record Scenario(string Name, string Query, string HandWritten, Func<int, IReadOnlyDictionary<string, string>> Variables);
