namespace ContentApi.Benchmarks.Queries;

/// <summary>What was measured for a question.</summary>
/// <param name="Name">The question.</param>
/// <param name="Turns">Turns of each contender, ContentApi first.</param>
/// <param name="Bytes">Length of each contender's answer.</param>
internal sealed record QuestionResult(string Name, IReadOnlyList<IReadOnlyList<Turn>> Turns, IReadOnlyList<int> Bytes);
