namespace ContentApi.Benchmarks.Queries;

/// <summary>One way to answer a question.</summary>
/// <param name="Name">Column of the table.</param>
/// <param name="AnswerAsync">Answers the n-th request; gives the length of the body in bytes.</param>
internal sealed record Contender(string Name, Func<int, Task<int>> AnswerAsync);
