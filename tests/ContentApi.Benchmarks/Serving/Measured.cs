namespace ContentApi.Benchmarks.Serving;

/// <summary>What a turn gave.</summary>
/// <param name="RequestsPerSecond">Answers a second.</param>
/// <param name="P99">Milliseconds within which 99 of 100 answers came.</param>
/// <param name="CpuMicroseconds">Processor time of the server for each answer; both servers are this process, one at a time.</param>
internal sealed record Measured(double RequestsPerSecond, double P99, double CpuMicroseconds);
