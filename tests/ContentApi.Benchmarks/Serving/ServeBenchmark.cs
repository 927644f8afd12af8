using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ContentApi.Benchmarks.Queries.Content;
using ContentApi.Server;
using ContentApi.TestSupport;

namespace ContentApi.Benchmarks.Serving;

/// <summary>Measures answers that are kept against Kestrel that gives the same bytes with the same headers, in turns.</summary>
internal sealed class ServeBenchmark(int rounds, int seconds, int clients)
{
    private const int Articles = 2000;

    private const string Query = """
        query Latest($first: Int!) { articles(first: $first) { nodes { id title path publishedAt excerpt tags { name } cover { url alt } } pageInfo { hasNextPage endCursor } } }
        """;

    private const string Variables = """{"first":10}""";

    private static readonly string Path = $"/graphql?query={Uri.EscapeDataString(Query.Trim())}&variables={Uri.EscapeDataString(Variables)}";

    /// <summary>Measures, and prints a table.</summary>
    public async Task RunAsync()
    {
        await using var database = await ContentDatabase.StartAsync();
        await GeneratedContent.AddAsync(database.ConnectionString, Articles, 1, CancellationToken.None);
        await using var app = ServerApp.Build(new ServerOptions { ConnectionString = database.ConnectionString, Urls = ["http://127.0.0.1:0"] });
        await app.StartAsync();
        await using var other = await StaticServer.StartAsync();
        var server = new Uri(app.Urls.Single());
        using var client = new HttpClient();
        var tag = (await SendAsync(client, server, new Ask("", null))).Headers.ETag!.Tag;

        Console.WriteLine("| answer | bytes | requests/s | static | ratio | CPU µs | static | ratio | p99 ms | static |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var ask in new[]
        {
            new Ask("GET", null),
            new Ask("GET, gzip", null, ("Accept-Encoding", "gzip")),
            new Ask("GET, br", null, ("Accept-Encoding", "gzip, deflate, br")),
            new Ask("GET, 304", null, ("If-None-Match", tag)),
            new Ask("POST", JsonSerializer.Serialize(new { query = Query, variables = new { first = 10 } })),
        })
        {
            await MeasureAsync(client, server, other, ask);
        }
    }

    private async Task MeasureAsync(HttpClient client, Uri server, StaticServer other, Ask ask)
    {
        var answer = await SendAsync(client, server, ask);
        var length = (await answer.Content.ReadAsByteArrayAsync()).Length;
        await other.ImitateAsync(answer);
        var wrk = new Wrk(seconds, clients);
        var (address, elsewhere) = (new Uri(server, Path), new Uri(other.Address, Path));
        await wrk.RunAsync(address, ask);
        await wrk.RunAsync(elsewhere, ask);
        var (ours, theirs) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await wrk.RunAsync(address, ask));
            theirs.Add(await wrk.RunAsync(elsewhere, ask));
        }

        double Of(List<Measured> turns, Func<Measured, double> value) => Median.Of(turns.Select(value));
        var ratio = Median.Of(ours.Zip(theirs, (one, two) => one.RequestsPerSecond / two.RequestsPerSecond));
        var cpuRatio = Median.Of(ours.Zip(theirs, (one, two) => one.CpuMicroseconds / two.CpuMicroseconds));
        Console.WriteLine($"| {ask.Name} | {length} | {Of(ours, x => x.RequestsPerSecond):F0} | {Of(theirs, x => x.RequestsPerSecond):F0} | {ratio:F2} "
            + $"| {Of(ours, x => x.CpuMicroseconds):F1} | {Of(theirs, x => x.CpuMicroseconds):F1} | {cpuRatio:F2} | {Of(ours, x => x.P99):F2} | {Of(theirs, x => x.P99):F2} |");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, Uri server, Ask ask)
    {
        var request = new HttpRequestMessage(ask.Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(server, Path));
        if (ask.Body is not null)
            request.Content = new StringContent(ask.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        foreach (var (name, value) in ask.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }
}
