namespace ContentApi.Benchmarks.Queries.Pages;

/// <summary>What a statement costs.</summary>
/// <param name="Milliseconds">Time in the server, median of the runs.</param>
/// <param name="Buffers">Shared buffers, read from disk or not, median of the runs.</param>
/// <param name="RequestsPerSecond">Of one client.</param>
internal sealed record StatementCost(double Milliseconds, double Buffers, double RequestsPerSecond);
