namespace ContentApi.Benchmarks.Queries;

/// <summary>One way to answer all questions.</summary>
internal interface IContender
{
    /// <summary>Name in the tables.</summary>
    string Name { get; }

    /// <summary>Gives the body of the answer, <c>data</c> included.</summary>
    Task<ReadOnlyMemory<byte>> AnswerAsync(QuestionKind kind, Request request);
}
