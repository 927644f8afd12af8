using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ContentApi.Data;

namespace ContentApi.Server.Tests.Caching;

/// <summary>
/// Contract C5: no answer is staler than the last commit and 100 ms, nor older than the last instant of a publication. It is compared with what was committed
/// before a request was sent, so that a slow machine makes no answer stale. CONTENTAPI_STALENESS_SECONDS makes it longer.
/// </summary>
public sealed class StalenessTests
{
    private const string Query = "{ site { contentVersion } articles { totalCount nodes { title } } }";
    private const string CutSql = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'contentapi watcher'";

    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Duration =
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("CONTENTAPI_STALENESS_SECONDS") ?? "3", CultureInfo.InvariantCulture));

    private readonly ConcurrentQueue<(long Version, long At)> _commits = new();
    private readonly ConcurrentDictionary<string, string> _bodies = new();
    private int _answers;

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(2, true, false)]
    [InlineData(2, true, true)]
    [InlineData(2, false, false)]
    public async Task Readers_see_what_was_committed(int servers, bool tells, bool isCut)
    {
        var publication = TimeProvider.System.GetUtcNow() + (Duration / 2);
        await using var site = await CachedSite.CreateAsync("title: v1", "title: v1", string.Create(CultureInfo.InvariantCulture, $"title: v1\ndate: {publication:yyyy-MM-ddTHH:mm:ss.fffZ}"));
        _commits.Enqueue((1, 0));
        var started = new List<RunningServer>();
        for (var i = 0; i < servers; i++)
            started.Add(await site.StartAnotherAsync(options => options with { Clock = TimeProvider.System }));

        using var end = new CancellationTokenSource(Duration);
        var writing = WriteAsync(site, tells, isCut, end.Token);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(reader => ReadAsync(started[reader % servers], publication, end.Token)));
        await writing;

        Assert.InRange(_commits.Count, 5, int.MaxValue);
        Assert.InRange(_answers, 100, int.MaxValue);
    }

    private async Task WriteAsync(CachedSite site, bool tells, bool isCut, CancellationToken end)
    {
        for (var version = 2; !end.IsCancellationRequested; version++)
        {
            await site.RunAsync($"""
                begin;
                update content_state set version = {version};
                update article set title = 'v{version}';
                {(tells ? $"select pg_notify('{ContentChannel.Name}', '{version}');" : "")}
                commit;
                """);
            _commits.Enqueue((version, TimeProvider.System.GetTimestamp()));
            if (isCut && version % 3 == 0)
                await site.RunAsync(CutSql);

            // Sometimes long enough for answers to be kept and given often, sometimes so short that commits meet executions.
            await Task.Delay(version % 4 == 0 ? 1 : 150, TestContext.Current.CancellationToken);
        }
    }

    private async Task ReadAsync(RunningServer server, DateTimeOffset publication, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var (sent, now) = (TimeProvider.System.GetTimestamp(), TimeProvider.System.GetUtcNow());
            var response = await CachedSite.GetAsync(server, Query);
            var body = await CachedSite.TextAsync(response);
            using var answer = JsonDocument.Parse(body);
            var received = TimeProvider.System.GetUtcNow();
            var data = answer.RootElement.GetProperty("data");
            var version = data.GetProperty("site").GetProperty("contentVersion").GetInt64();
            var articles = data.GetProperty("articles");
            var committed = _commits.Last(commit => TimeProvider.System.GetElapsedTime(commit.At, sent) >= Allowed || commit.At == 0).Version;

            Assert.True(version >= committed, $"The answer is of version {version}, and version {committed} was committed more than {Allowed.TotalMilliseconds} ms before it was asked for.");
            Assert.All(articles.GetProperty("nodes").EnumerateArray(), node => Assert.Equal($"v{version}", node.GetProperty("title").GetString()));
            Assert.InRange(articles.GetProperty("totalCount").GetInt32(), now >= publication ? 3 : 2, received >= publication ? 3 : 2);
            Assert.Equal(articles.GetProperty("totalCount").GetInt32(), articles.GetProperty("nodes").GetArrayLength());

            // A strong validator names one body for ever.
            if (response.Headers.ETag is { } tag)
                Assert.Equal(_bodies.GetOrAdd(tag.Tag, body), body);
            Interlocked.Increment(ref _answers);
        }
    }
}
