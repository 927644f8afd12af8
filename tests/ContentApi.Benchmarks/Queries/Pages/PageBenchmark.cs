using System.Diagnostics;
using ContentApi.Benchmarks.Queries.Content;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;

namespace ContentApi.Benchmarks.Queries.Pages;

/// <summary>Measures whether a page costs the same however many articles there are, at the beginning of a list and at its end.</summary>
internal static class PageBenchmark
{
    private const int BodyRepeats = 1;

    /// <summary>Measures all lists at each size, and prints a table.</summary>
    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("| articles | list | matches | page | ms in PostgreSQL | shared buffers | requests/s, one client |");
        Console.WriteLine("|---:|---|---:|---|---:|---:|---:|");
        foreach (var articles in sizes)
        {
            await MeasureAsync(articles);
        }
    }

    private static async Task MeasureAsync(int articles)
    {
        await using var database = await ContentDatabase.StartAsync();
        var clock = Stopwatch.StartNew();
        await GeneratedContent.AddAsync(database.ConnectionString, articles, BodyRepeats, CancellationToken.None);
        await Console.Error.WriteLineAsync($"{articles} articles made in {clock.Elapsed.TotalSeconds:F0} s");
        await using var dataSource = ContentDataSource.Create(database.ConnectionString);
        using var executor = new GraphQLExecutor(dataSource, TimeProvider.System);
        var meter = new PageMeter(executor);
        foreach (var list in PageList.All)
        {
            var total = await TotalAsync(meter, list);
            var cursor = await CursorNearEndAsync(meter, list);
            Write(articles, list, total, "first", await meter.MeasureAsync(list.Page, new { after = (string?)null }));
            Write(articles, list, total, "near the end", await meter.MeasureAsync(list.Page, new { after = cursor }));
            Write(articles, list, total, "totalCount alone", await meter.MeasureAsync(list.Total, variables: null));
        }
    }

    private static void Write(int articles, PageList list, int total, string page, StatementCost cost) =>
        Console.WriteLine($"| {articles} | {list.Name} | {total} | {page} | {cost.Milliseconds:F2} | {cost.Buffers:F0} | {cost.RequestsPerSecond:F0} |");

    private static async Task<int> TotalAsync(PageMeter meter, PageList list) =>
        (await meter.AnswerAsync(new GraphQLRequest { Query = list.Total })).GetProperty("data").GetProperty("articles").GetProperty("totalCount").GetInt32();

    private static async Task<string> CursorNearEndAsync(PageMeter meter, PageList list) =>
        (await meter.AnswerAsync(new GraphQLRequest { Query = list.End })).GetProperty("data").GetProperty("articles").GetProperty("pageInfo").GetProperty("startCursor").GetString()!;
}
