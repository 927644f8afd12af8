using System.Globalization;
using System.Text.Json.Nodes;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>The archive, on articles around the moments at which clocks were changed.</summary>
public sealed class ArchiveTests(ArchiveDatabase archive, SampleDatabase sample) : IClassFixture<ArchiveDatabase>
{
    private const string Query = """
        query($by: ArchivePeriod, $zone: TimeZone) {
          archive(by: $by, timeZone: $zone) { year month day start count articles(first: 50) { totalCount nodes { path } } }
        }
        """;

    public static TheoryData<string, string> Zones
    {
        get
        {
            string[] zones =
            [
                "UTC", "Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "America/Havana", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu",
                "CET", "MET", "EET", "WET", "EST5EDT", "Etc/GMT+5", "+05:45", "-09:30", "+14:00", "-00:00",
            ];
            return [.. zones.SelectMany(zone => new[] { "YEAR", "MONTH", "DAY" }, (zone, period) => new TheoryDataRow<string, string>(zone, period))];
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task A_bucket_holds_what_a_calendar_in_that_zone_puts_there(string zone, string by)
    {
        var expected = ArchiveDatabase.Instants
            .Select((instant, index) => (Instant: instant, Path: ArchiveDatabase.Path(index), Start: Start(instant, zone, by)))
            .GroupBy(article => article.Start)
            .OrderByDescending(bucket => bucket.Key)
            .ToList();

        var buckets = (await archive.DataAsync(Query, new { by, zone }))["archive"]!.AsArray();

        Assert.Equal(expected.Select(bucket => bucket.Key.ToString("O", CultureInfo.InvariantCulture)), buckets.Select(bucket => bucket!["start"]!.GetValue<string>()));
        foreach (var (bucket, actual) in expected.Zip(buckets))
        {
            Assert.Equal(bucket.Key.Year, actual!["year"]!.GetValue<int>());
            Assert.Equal(by == "YEAR" ? null : bucket.Key.Month, actual["month"]?.GetValue<int>());
            Assert.Equal(by == "DAY" ? bucket.Key.Day : null, actual["day"]?.GetValue<int>());
            Assert.Equal(bucket.Count(), actual["count"]!.GetValue<int>());
            Assert.Equal(bucket.Count(), actual["articles"]!["totalCount"]!.GetValue<int>());
            Assert.Equal(
                bucket.OrderByDescending(article => article.Instant).ThenByDescending(article => article.Path).Select(article => article.Path).Take(50),
                actual["articles"]!["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Buckets_are_months_in_UTC_unless_asked_otherwise()
    {
        var expected = (await archive.DataAsync(Query, new { by = "MONTH", zone = "UTC" })).ToJsonString();

        Assert.Equal(expected, (await archive.DataAsync(Query)).ToJsonString());
        Assert.Equal(expected, (await archive.DataAsync(Query, new { by = (string?)null, zone = (string?)null })).ToJsonString());
    }

    // Of the sample, 21 public articles have a date; 100 to 102 and 104 and 105 are hidden, 103 is a page.
    [Theory]
    [InlineData("", 21)]
    [InlineData("(where: {})", 21)]
    [InlineData("(where: { kind: {} })", 22)]
    [InlineData("(where: { not: { kind: { eq: ARTICLE } } })", 1)]
    [InlineData("(where: { status: { neq: PUBLISHED } })", 0)]
    [InlineData("(where: { publishedAt: { eq: null } })", 0)]
    [InlineData("(where: { locale: { eq: \"en\" } })", 11)]
    public async Task Dated_public_posts_are_counted_that_match(string arguments, int count)
    {
        foreach (var isEditor in new[] { false, true })
        {
            var data = await sample.DataAsync($"{{ archive{arguments} {{ count articles {{ totalCount }} }} }}", isEditor: isEditor);

            Assert.Equal(count, data["archive"]!.AsArray().Sum(bucket => bucket!["count"]!.GetValue<int>()));
            Assert.Equal(count, data["archive"]!.AsArray().Sum(bucket => bucket!["articles"]!["totalCount"]!.GetValue<int>()));
        }
    }

    [Fact]
    public async Task The_articles_of_a_bucket_are_paged_by_cursors()
    {
        const string Pages = """
            query($first: Int, $after: String, $from: DateTime) {
              archive(where: { publishedAt: { gte: $from } }) { articles(first: $first, after: $after) { nodes { path } pageInfo { hasNextPage endCursor } } }
            }
            """;
        var whole = Paths(await sample.DataAsync(Pages, new { first = 50, from = "2026-01-03T00:00:00Z" }));
        var (paths, after, hasNext) = (new List<string>(), default(string), true);
        while (hasNext)
        {
            var page = await sample.DataAsync(Pages, new { first = 4, after, from = "2026-01-03T00:00:00Z" });
            paths.AddRange(Paths(page));
            (after, hasNext) = (page["archive"]![0]!["articles"]!["pageInfo"]!["endCursor"]!.GetValue<string>(), page["archive"]![0]!["articles"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        }

        Assert.Equal(15, whole.Count);
        Assert.Equal(whole, paths);
        Assert.Equal("INVALID_CURSOR", await sample.ErrorCodeAsync(Pages, new { first = 4, after, from = "2026-01-04T00:00:00Z" }));
    }

    [Theory]
    [InlineData("""{ archive(timeZone: "Asia/Shangai") { count } }""", "VALIDATION_FAILED")]
    [InlineData("""{ archive(timeZone: 8) { count } }""", "VALIDATION_FAILED")]
    [InlineData("""query($zone: TimeZone = "Mars") { archive(timeZone: $zone) { count } }""", "VALIDATION_FAILED")]
    [InlineData("""query($zone: TimeZone) { archive(timeZone: $zone) { count } }""", "INVALID_VARIABLE")]
    public async Task A_zone_that_does_not_exist_is_the_clients_fault(string query, string code) =>
        Assert.Equal(code, await sample.ErrorCodeAsync(query, new { zone = "Asia/Shangai" }));

    [Fact]
    public async Task The_database_knows_every_zone_that_is_taken()
    {
        var zones = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).ToList();
        Assert.True(zones.Count > 300);

        foreach (var some in zones.Chunk(90))
        {
            var data = await sample.DataAsync($"{{ {string.Join(' ', some.Select((zone, index) => $"z{index}: archive(timeZone: \"{zone}\") {{ count }}"))} }}");
            Assert.Equal(some.Length, data.AsObject().Count);
        }
    }

    [Fact]
    public async Task Counts_come_from_the_index_alone()
    {
        using var log = new StatementLog();
        await archive.DataAsync("{ archive { year month count } }");
        var statement = Assert.Single(log.Statements);

        await using var connection = new NpgsqlConnection(archive.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await VacuumAsync(connection);
        await using (var choose = new NpgsqlCommand("set enable_seqscan = off; set enable_bitmapscan = off", connection))
        {
            await choose.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var explain = new NpgsqlCommand($"explain {statement}", connection)
        {
            Parameters = { new NpgsqlParameter { Value = "UTC" }, new NpgsqlParameter { Value = ArchiveDatabase.Now } },
        };
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Contains("Index Only Scan using ix_article_published_sort", Assert.Single(plan, line => line.Contains(" on article ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // Pages stay "not visible to all" as long as a snapshot from before the rows is held, by an ANALYZE of the server's own for one.
    private static async Task VacuumAsync(NpgsqlConnection connection)
    {
        await using var vacuum = new NpgsqlCommand("vacuum analyze article", connection);
        await using var isDone = new NpgsqlCommand("select relallvisible = relpages from pg_class where oid = 'article'::regclass", connection);
        do
        {
            await vacuum.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        while (await isDone.ExecuteScalarAsync(TestContext.Current.CancellationToken) is not true);
    }

    private static DateOnly Start(DateTimeOffset instant, string zone, string by)
    {
        var local = zone[0] is '+' or '-' ? instant.ToOffset(DateTimeOffset.Parse($"2000-01-01T00:00:00{zone}", CultureInfo.InvariantCulture).Offset) : TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return by switch { "YEAR" => new DateOnly(local.Year, 1, 1), "MONTH" => new DateOnly(local.Year, local.Month, 1), _ => new DateOnly(local.Year, local.Month, local.Day) };
    }

    private static List<string> Paths(JsonNode data) =>
        [.. data["archive"]!.AsArray().SelectMany(bucket => bucket!["articles"]!["nodes"]!.AsArray()).Select(node => node!["path"]!.GetValue<string>())];
}
