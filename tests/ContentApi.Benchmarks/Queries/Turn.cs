namespace ContentApi.Benchmarks.Queries;

/// <summary>What one turn of a contender took.</summary>
/// <param name="RequestsPerSecond">Answers a second.</param>
/// <param name="OwnMicroseconds">Processor time of this process, a request.</param>
/// <param name="DatabaseMicroseconds">That of PostgreSQL.</param>
internal sealed record Turn(double RequestsPerSecond, double OwnMicroseconds, double DatabaseMicroseconds);
