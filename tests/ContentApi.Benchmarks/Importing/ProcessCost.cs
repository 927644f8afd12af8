namespace ContentApi.Benchmarks.Importing;

/// <summary>What one process took.</summary>
/// <param name="Elapsed">From its start to its end.</param>
/// <param name="Processor">User and system time of all its threads.</param>
/// <param name="DatabaseProcessor">That of PostgreSQL in the meantime.</param>
/// <param name="PeakBytes">The most memory that was resident at once.</param>
internal sealed record ProcessCost(TimeSpan Elapsed, TimeSpan Processor, TimeSpan DatabaseProcessor, long PeakBytes)
{
    /// <summary>All processors.</summary>
    public TimeSpan AllProcessors => Processor + DatabaseProcessor;
}
