using System.Globalization;
using System.Text.Json;
using ContentApi.Benchmarks;
using ContentApi.Data;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using ContentApi.LocalPostgres;

// Usage: ContentApi.Benchmarks [articles=50000] [rounds=5] [seconds=2] [clients=32]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var numbers = args.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
var (articles, rounds, seconds, clients) = (numbers.ElementAtOrDefault(0) is > 0 and var a ? a : 50_000, numbers.ElementAtOrDefault(1) is > 0 and var r ? r : 5, numbers.ElementAtOrDefault(2) is > 0 and var s ? s : 2, numbers.ElementAtOrDefault(3) is > 0 and var c ? c : 32);

await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = null }, CancellationToken.None);
var database = cluster.ConnectionString("postgres");
await DatabaseMigrator.MigrateAsync(database, CancellationToken.None);
await GeneratedContent.AddAsync(database, articles, CancellationToken.None);

// Both sides share one pool and its settings, so that they differ in nothing but the statement and the way to it.
await using var dataSource = ContentDataSource.Create(database);
using var executor = new GraphQLExecutor(dataSource, TimeProvider.System);
var context = new RequestContext { PublicBaseUrl = "http://127.0.0.1" };

Console.WriteLine($"{articles} articles, {clients} clients, {rounds} rounds of {seconds} s each way, interleaved");
Console.WriteLine();
Console.WriteLine("| question | ContentApi, requests/s | hand-written SQL, requests/s | ratio | bytes |");
Console.WriteLine("|---|---:|---:|---:|---:|");
foreach (var scenario in Scenarios.For(articles))
{
    Contender[] contenders =
    [
        new("ContentApi", async n =>
        {
            var request = new GraphQLRequest { Query = scenario.Query, Variables = JsonSerializer.SerializeToElement(scenario.Variables(n)) };
            var response = await executor.ExecuteAsync(request, context, CancellationToken.None);
            return response.Outcome == GraphQLOutcome.Executed ? response.Body.Length : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(response.Body.Span));
        }),
        new("hand-written SQL", n => HandWrittenSql.AnswerAsync(dataSource, scenario, n)),
    ];
    var bytes = await contenders[0].AnswerAsync(1);
    var rates = await MeasureAsync(contenders);
    var (ours, theirs) = (Median(rates[0]), Median(rates[1]));
    var ratio = Median([.. rates[0].Zip(rates[1], (x, y) => x / y)]);
    Console.WriteLine($"| {scenario.Name} | {ours:F0} | {theirs:F0} | {ratio:F2} | {bytes} |");
}

async Task<List<double>[]> MeasureAsync(Contender[] contenders)
{
    var rates = contenders.Select(_ => new List<double>()).ToArray();
    foreach (var contender in contenders)
    {
        await Load.RunAsync(contender, clients, TimeSpan.FromSeconds(seconds));
    }

    for (var round = 0; round < rounds; round++)
    {
        for (var i = 0; i < contenders.Length; i++)
        {
            rates[i].Add(await Load.RunAsync(contenders[i], clients, TimeSpan.FromSeconds(seconds)));
        }
    }

    return rates;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
