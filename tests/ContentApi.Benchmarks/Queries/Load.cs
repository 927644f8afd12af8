using System.Diagnostics;
using ContentApi.Benchmarks.Importing;

namespace ContentApi.Benchmarks.Queries;

/// <summary>Asks as fast as a contender answers, from a number of clients at once.</summary>
/// <param name="server">Whose processor time is told.</param>
/// <param name="clients">Requests under way at once.</param>
/// <param name="duration">Length of a turn.</param>
internal sealed class Load(ServerProcesses server, int clients, TimeSpan duration)
{
    /// <summary>Gives a contender one turn.</summary>
    public async Task<Turn> RunAsync(IContender contender, Question question)
    {
        var requests = 0;
        var (own, database) = (Environment.CpuUsage.TotalTime, server.ReadProcessorTime());
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < duration)
            {
                await contender.AnswerAsync(question.Kind, question.RequestAt(Interlocked.Increment(ref requests)));
            }
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        return new Turn(
            requests / seconds,
            (Environment.CpuUsage.TotalTime - own).TotalMicroseconds / requests,
            (server.ReadProcessorTime() - database).TotalMicroseconds / requests);
    }
}
