using System.Collections.Concurrent;
using System.Net;
using ContentApi.Importer;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>A small site with something of everything, and a server on it that takes every caller for an editor: nothing is out of reach.</summary>
public sealed class HostileSite : IAsyncLifetime
{
    /// <summary>How many requests its server answers together.</summary>
    public const int BatchSize = ServerOptions.LargestBatch;

    private const int Clients = 8;
    private const string Plain = """/graphql?query={articles(order:{title:ASC}){nodes{title}}}""";
    private const string PlainPreview = """/graphql?query={articles(order:{title:ASC},preview:true){nodes{title}}}""";
    private const string PlainAnswer = """{"data":{"articles":{"nodes":[{"title":"One"},{"title":"Two"}]}}}""";

    private const string Settings = """
        fields:
          rating: Float
          part: Int
          spice: String
          tested: Boolean
          cooked: DateTime
          day: LocalDate
          home: URL
          hands: [String]
          steps: [Int]
          recipe: JSON
          seeAlso: [Article]
        """;

    private static readonly string[] Articles =
    [
        """
        title: One
        date: 2026-01-01 10:00
        lang: en
        authors: [Ann]
        categories: [[news, tech]]
        tags: [tea, sea]
        series: walks
        cover: https://example.org/a.png
        rating: 4.5
        part: 1
        day: 2026-01-31
        hands: [left, right]
        recipe: { salt: 1 }
        seeAlso: 2.md
        """,
        """
        title: Two
        date: 2026-01-02 10:00
        lang: en
        authors: [Ann, Ben]
        categories: [[news, sport]]
        tags: [tea]
        series: walks
        """,
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    internal TestDatabase Database { get; private set; } = null!;

    internal RunningServer Server { get; private set; } = null!;

    /// <summary>Gives up after a time that no answer comes near: a hang is a failure, slowness of the machine is none.</summary>
    internal HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(_folder["contentapi.yaml"], Settings);
        for (var i = 0; i < Articles.Length; i++)
            File.WriteAllText(_folder[$"{i + 1}.md"], $"---\n{Articles[i]}\n---\nText.\n");
        Database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await new ContentImporter(_clock).ImportAsync(new ImportOptions { Folder = _folder.Path, ConnectionString = Database.ConnectionString }, progress: null, TestContext.Current.CancellationToken);
        Server = await RunningServer.StartAsync(Database.ConnectionString, options => options with { Clock = _clock, LoopbackIsEditor = true, MaxBatchSize = BatchSize });
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Server.Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Sends all of them, several at a time, while somebody else keeps asking for the news; and asks afterwards whether all is well.</summary>
    internal async Task AttackAsync(params IEnumerable<HostileRequest> requests)
    {
        var faults = new ConcurrentBag<string>();
        var times = new ConcurrentBag<(TimeSpan Time, string Name)>();
        using var attacked = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var bystander = ReadNewsAsync(attacked.Token);
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = TestContext.Current.CancellationToken }, async (request, cancellationToken) =>
        {
            var start = TimeProvider.System.GetTimestamp();
            if (await FindFaultAsync(request, cancellationToken) is { } fault)
                faults.Add($"{request.Name}: {fault}");
            times.Add((TimeProvider.System.GetElapsedTime(start), request.Name));
        });
        await attacked.CancelAsync();
        await bystander;

        var slowest = times.OrderByDescending(time => time.Time).Take(5).Select(time => $"{time.Time.TotalMilliseconds:F0} ms {time.Name}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{times.Count} requests, the slowest: {string.Join("; ", slowest)}");
        Assert.True(faults.IsEmpty, $"{faults.Count} of {times.Count}:\n{string.Join('\n', faults.Order(StringComparer.Ordinal).Take(30))}");
        await CheckHealthAsync();
    }

    /// <summary>Fails unless the server is ready and answers right, from its cache and from the database.</summary>
    internal async Task CheckHealthAsync()
    {
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        foreach (var address in new[] { Plain, PlainPreview })
            Assert.Equal(PlainAnswer, await Client.GetStringAsync(address, TestContext.Current.CancellationToken));
    }

    private async Task ReadNewsAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
            await CheckHealthAsync();
    }

    private async Task<string?> FindFaultAsync(HostileRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.SendAsync(request.Create(), cancellationToken);
            var answer = await HostileAnswer.ReadAsync(response, cancellationToken);
            var fault = answer.Fault
                ?? (request.Codes.Count == 0 || request.Codes.Contains(answer.Code) ? null : $"expected {string.Join(" or ", request.Codes)}");
            return fault is null ? null : $"{fault}: {(int)answer.Status} {answer.Text[..Math.Min(answer.Text.Length, 400)]}";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return $"no answer: {e.Message}";
        }
    }
}
