using System.Diagnostics;
using System.Text.Json;
using ContentApi.Benchmarks.Queries.Content;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Benchmarks.Queries.Pages;

/// <summary>Measures whether a page costs the same however many articles there are, at the beginning of a list and at its end.</summary>
internal static class PageBenchmark
{
    private const int BodyRepeats = 1;
    private const int RowsLeft = 30;

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
            var cursor = await CursorNearEndAsync(meter, dataSource, list);
            Write(articles, list, total, "first", await meter.MeasureAsync(list.Page, new { after = (string?)null }));
            Write(articles, list, total, "near the end", await meter.MeasureAsync(list.Page, new { after = cursor }));
            Write(articles, list, total, "totalCount alone", await meter.MeasureAsync(list.Total, variables: null));
        }
    }

    private static void Write(int articles, PageList list, int total, string page, StatementCost cost) =>
        Console.WriteLine($"| {articles} | {list.Name} | {total} | {page} | {cost.Milliseconds:F2} | {cost.Buffers:F0} | {cost.RequestsPerSecond:F0} |");

    private static async Task<int> TotalAsync(PageMeter meter, PageList list) =>
        (await meter.AnswerAsync(new GraphQLRequest { Query = list.Total })).GetProperty("data").GetProperty("articles").GetProperty("totalCount").GetInt32();

    // Walking there page by page would take hours, so a cursor of the list gets the sort keys of a row near its end.
    private static async Task<string> CursorNearEndAsync(PageMeter meter, NpgsqlDataSource dataSource, PageList list)
    {
        var first = await meter.AnswerAsync(new GraphQLRequest { Query = list.Page });
        var keys = JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(
            first.GetProperty("data").GetProperty("articles").GetProperty("pageInfo").GetProperty("endCursor").GetString()!))!;
        await using var command = dataSource.CreateCommand($"""
            select a.published_sort::text, a.id::text from article a
            where not a.draft and a.kind = 'ARTICLE' and a.published_sort <= now() and a.expires_sort > now() and {list.Condition}
            order by a.published_sort, a.id offset {RowsLeft} limit 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new[] { keys[0], reader.GetString(0), reader.GetString(1) }));
    }
}
