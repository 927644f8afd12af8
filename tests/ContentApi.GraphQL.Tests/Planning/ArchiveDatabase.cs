using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Articles at instants around midnights at which clocks were changed, and around the ends of years.</summary>
public sealed class ArchiveDatabase : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    // In UTC: the moment, and where clocks went forwards or back at it.
    private static readonly DateTimeOffset[] Moments =
    [
        new(2018, 11, 4, 3, 0, 0, TimeSpan.Zero), // Sao Paulo: 0:00 to 1:00, the day begins at one
        new(2018, 2, 18, 2, 0, 0, TimeSpan.Zero), // Sao Paulo: 0:00 back to 23:00 of the day before
        new(2006, 10, 29, 2, 31, 0, TimeSpan.Zero), // St John's: 0:01 back to 23:01; the day begins, ends and begins
        new(2023, 11, 5, 5, 0, 0, TimeSpan.Zero), // Havana: 1:00 back to 0:00, the first hour comes twice
        new(2011, 12, 30, 10, 0, 0, TimeSpan.Zero), // Apia: from the 29th to the 31st
        new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), // Berlin
        new(2025, 10, 4, 15, 30, 0, TimeSpan.Zero), // Lord Howe: by half an hour
        new(2024, 12, 31, 18, 15, 0, TimeSpan.Zero), // New Year in Kathmandu
        new(2024, 2, 29, 22, 0, 0, TimeSpan.Zero), // leap day
        new(2025, 6, 30, 22, 0, 0, TimeSpan.Zero), // midnight of summer time in Berlin and the zones that are named like winter time
    ];

    private TestDatabase? _database;
    private NpgsqlDataSource? _dataSource;
    private GraphQLExecutor? _executor;

    /// <summary>When the articles were published, by their number.</summary>
    public static IReadOnlyList<DateTimeOffset> Instants { get; } =
        [.. Moments.SelectMany(moment => new[] { -1_500, -1_440, -90, -61, -60, -31, -1, 0, 1, 29, 30, 59, 60, 90, 1_440, 1_500 }, (moment, minutes) => moment.AddMinutes(minutes)).Order()];

    public string ConnectionString => _database!.ConnectionString;

    public static string Path(int article) => $"/{article:000}";

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(ConnectionString));
        var source = new SourceRow { Id = SampleContent.Key(1, 0), Name = "blog", Root = "/srv/blog", Address = "/srv/blog", Dialect = "HEXO", OptionsHash = "-", TimeZone = "UTC", DefaultLocale = "en" };
        context.Add(source);
        context.AddRange(Instants.Select((instant, index) => new ArticleRow
        {
            Id = SampleContent.Key(6, index), SourceId = source.Id, FilePath = $"{index}.md", Path = Path(index), Slug = $"{index}", Title = $"{index}", Excerpt = "", Kind = "ARTICLE", PublishedAt = instant,
            Locale = "en", TranslationKey = "", BodyFormat = "MARKDOWN", Params = "{}", ContentHash = "-",
        }));
        await context.SaveChangesAsync();
        _dataSource = ContentDataSource.Create(ConnectionString);
        _executor = new GraphQLExecutor(_dataSource, new FakeTimeProvider(Now));
    }

    public async ValueTask DisposeAsync()
    {
        _executor?.Dispose();
        await (_dataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Runs a query that has to succeed and gives its data.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null)
    {
        var body = JsonNode.Parse(await SampleDatabase.RunAsync(_executor!, query, variables))!;
        return body["errors"] is { } errors ? throw new InvalidOperationException(errors.ToJsonString()) : body["data"]!;
    }
}
