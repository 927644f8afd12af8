namespace ContentApi.Benchmarks.Queries;

/// <summary>One question with prepared requests; all contenders get the same ones in the same order.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Name">Short name in the tables.</param>
/// <param name="Requests">They differ in their values alone.</param>
internal sealed record Question(QuestionKind Kind, string Name, IReadOnlyList<Request> Requests)
{
    /// <summary>Gives the n-th request.</summary>
    public Request RequestAt(int n) => Requests[n % Requests.Count];
}
