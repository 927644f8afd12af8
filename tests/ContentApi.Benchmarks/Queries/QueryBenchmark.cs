using System.Text;
using System.Text.Json;
using ContentApi.Data;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using ContentApi.LocalPostgres;

namespace ContentApi.Benchmarks.Queries;

/// <summary>Compares questions to the API with statements that a person wrote for them, on one database and in turns.</summary>
/// <param name="rounds">Turns of each side.</param>
/// <param name="duration">Length of a turn.</param>
/// <param name="clients">Requests under way at once.</param>
internal sealed class QueryBenchmark(int rounds, TimeSpan duration, int clients)
{
    /// <summary>Makes the articles, asks, and prints a table.</summary>
    public async Task RunAsync(int articles)
    {
        await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = null }, CancellationToken.None);
        var database = cluster.ConnectionString("postgres");
        await DatabaseMigrator.MigrateAsync(database, CancellationToken.None);
        await GeneratedContent.AddAsync(database, articles, CancellationToken.None);

        // Both sides share one pool and its settings, so that they differ in nothing but the statement and the way to it.
        await using var dataSource = ContentDataSource.Create(database);
        using var executor = new GraphQLExecutor(dataSource, TimeProvider.System);

        Console.WriteLine($"{articles} articles, {clients} clients, {rounds} rounds of {duration.TotalSeconds} s each way, interleaved");
        Console.WriteLine();
        Console.WriteLine("| question | ContentApi, requests/s | hand-written SQL, requests/s | ratio | bytes |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var scenario in Scenarios.For(articles))
        {
            Contender[] contenders = [Asking(executor, scenario), new("hand-written SQL", n => HandWrittenSql.AnswerAsync(dataSource, scenario, n))];
            var bytes = await contenders[0].AnswerAsync(1);
            var rates = await MeasureAsync(contenders);
            var ratio = Median.Of(rates[0].Zip(rates[1], (x, y) => x / y));
            Console.WriteLine($"| {scenario.Name} | {Median.Of(rates[0]):F0} | {Median.Of(rates[1]):F0} | {ratio:F2} | {bytes} |");
        }
    }

    private static Contender Asking(GraphQLExecutor executor, Scenario scenario)
    {
        var context = new RequestContext { PublicBaseUrl = "http://127.0.0.1" };
        return new Contender("ContentApi", async n =>
        {
            var request = new GraphQLRequest { Query = scenario.Query, Variables = JsonSerializer.SerializeToElement(scenario.Variables(n)) };
            var response = await executor.ExecuteAsync(request, context, CancellationToken.None);
            return response.Outcome == GraphQLOutcome.Executed ? response.Body.Length : throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span));
        });
    }

    private async Task<List<double>[]> MeasureAsync(Contender[] contenders)
    {
        var rates = contenders.Select(_ => new List<double>()).ToArray();
        foreach (var contender in contenders)
        {
            await Load.RunAsync(contender, clients, duration);
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                rates[i].Add(await Load.RunAsync(contenders[i], clients, duration));
            }
        }

        return rates;
    }
}
