using System.Diagnostics;

namespace ContentApi.Benchmarks.Queries;

/// <summary>Asks as fast as the contender answers, from a number of clients at once.</summary>
internal static class Load
{
    /// <summary>Gives requests per second.</summary>
    public static async Task<double> RunAsync(Contender contender, int clients, TimeSpan duration)
    {
        var requests = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < duration)
            {
                await contender.AnswerAsync(Interlocked.Increment(ref requests));
            }
        })));
        return requests / clock.Elapsed.TotalSeconds;
    }
}
