using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.GraphQL.Execution;
using ContentApi.GraphQL.Execution.Explaining;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Execution;

/// <summary><c>extensions.explain</c>: what an editor is told of a statement.</summary>
public sealed class ExplainTests(SampleDatabase database)
{
    [Fact]
    public async Task An_editor_sees_the_statement_its_parameters_and_the_plan_beside_the_answer()
    {
        const string Query = "{ article(by: { path: \"/posts/000\" }) { path } }";
        using var log = new StatementLog();
        await database.DataAsync(Query);
        var statement = Assert.Single(log.Statements);

        var body = JsonNode.Parse(await ExplainAsync(database.ConnectionString, Query))!;

        Assert.Equal("""{"article":{"path":"/posts/000"}}""", body["data"]!.ToJsonString());
        var explain = body["extensions"]!["explain"]!;
        Assert.Equal(["sql", "parameters", "plan", "hints"], explain.AsObject().Select(member => member.Key));
        Assert.Equal(statement, explain["sql"]!.GetValue<string>());
        Assert.Contains("/posts/000", explain["parameters"]!.AsArray().Select(value => value!.ToString()));
        Assert.True(explain["plan"]![0]!["Execution Time"]!.GetValue<double>() > 0);
        Assert.Empty(explain["hints"]!.AsArray());
    }

    [Fact]
    public async Task Others_may_not_ask() =>
        Assert.Equal(
            """{"errors":[{"message":"Only editors may ask for 'extensions.explain'.","extensions":{"code":"FORBIDDEN"}}]}""",
            await SampleDatabase.RunAsync(database.Executor, new GraphQLRequest { Query = "{ site { title } }", Explain = true }));

    [Fact]
    public async Task Introspection_asks_nothing_of_the_database() =>
        Assert.Equal("""{"data":{"__type":{"name":"Article"}}}""", await ExplainAsync(database.ConnectionString, "{ __type(name: \"Article\") { name } }"));

    [Fact]
    public async Task The_plan_is_that_of_the_prepared_statement_for_any_values()
    {
        var plan = JsonNode.Parse(await ExplainAsync(database.ConnectionString, "{ articles(where: { tags: { some: { slug: { in: [\"a'b\", \"\\\\c\"] } } } }) { nodes { id } } }"))!["extensions"]!["explain"]!["plan"]!.ToJsonString();

        Assert.Contains("$1", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("a'b", plan, StringComparison.Ordinal);
    }

    // Each hint is followed to the letter: then PostgreSQL has to use the index, and there is nothing left to say.
    [Theory]
    [InlineData("where: { title: { eq: \"Title 7\" } }", "create index on article using hash (title)", "5,000 rows of 'article' were read to keep 1: ")]
    [InlineData("where: { title: { in: [\"Title 7\", \"Title 8\"] } }", "create index on article using hash (title)", "5,000 rows of 'article' were read to keep 2: ")]
    [InlineData("where: { rating: { eq: 7 } }", "create index on article ((((fields ->> 'rating:Float'::text))::double precision))", "5,000 rows of 'article' were read to keep 1: ")]
    [InlineData("where: { mood: { eq: \"mood 7\" } }", "create index on article using hash ((fields ->> 'mood:String'::text))", "5,000 rows of 'article' were read to keep 1: ")]
    [InlineData("order: [{ rating: DESC }]", "create index on article ((COALESCE(((fields ->> 'rating:Float'::text))::double precision, '-Infinity'::double precision)) desc, id desc)", "5,000 rows of 'article' were sorted by ")]
    public async Task A_missing_index_is_named(string arguments, string suggestion, string reason)
    {
        await using var large = await LargeAsync();
        var query = $"{{ articles({arguments}) {{ nodes {{ id }} }} }}";

        var hint = Assert.Single(await HintsAsync(large, query))!;

        Assert.Equal(suggestion, hint["suggestion"]!.GetValue<string>());
        Assert.StartsWith(reason, hint["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        await ExecuteAsync(large.ConnectionString, suggestion.Replace("create index on", "create index followed on", StringComparison.Ordinal) + "; analyze article");
        Assert.Contains("\"followed\"", await ExplainAsync(large.ConnectionString, query), StringComparison.Ordinal);
        Assert.Empty(await HintsAsync(large, query));
    }

    // No index helps, or the one that does would not hold every text, or it is there.
    [Theory]
    [InlineData("where: { title: { neq: \"Title 7\" } }")]
    [InlineData("where: { title: { contains: \"itle 77\" } }")]
    [InlineData("where: { not: { title: { startsWith: \"T\" } } }")]
    [InlineData("where: { mood: { neq: \"mood 7\" } }")]
    [InlineData("where: { seen: { eq: \"2020-01-01T00:00:00Z\" } }")]
    [InlineData("where: { params: { contains: { x: 1 } } }")]
    [InlineData("where: { slug: { eq: \"s7\" } }")]
    [InlineData("order: [{ slug: DESC }]")]
    [InlineData("order: [{ mood: DESC }]")]
    [InlineData("order: [{ seen: DESC }]")]
    [InlineData("order: [{ title: DESC }]")]
    [InlineData("order: [{ wordCount: DESC }]")]
    [InlineData("first: 10")]
    public async Task No_other_index_is_named(string arguments)
    {
        await using var large = await LargeAsync();

        Assert.Empty(await HintsAsync(large, $"{{ articles({arguments}) {{ nodes {{ id }} totalCount }} }}"));
    }

    // Text of a client may look like a column, a cast, an operator or the end of a literal.
    [Theory]
    [InlineData("(reading_time = '1 AND word_count = 2'::double precision)", "(reading_time)")]
    [InlineData("((reading_time > '1'::double precision) AND (locale = $1) AND (NOT draft) AND (word_count = 5))", "(locale, word_count, reading_time)")]
    [InlineData("((reading_time > $1) AND (word_count < $2))", "(reading_time)")]
    [InlineData("((title = 'it''s ( a slug'::text) AND (word_count = ANY ($1)))", " using hash (title)")]
    [InlineData("((word_count = reading_time) OR (word_count = 5))", null)]
    [InlineData("((word_count = 5) IS NOT TRUE)", null)]
    [InlineData("(lower(locale) = 'x'::text)", null)]
    [InlineData("(word_count = length(slug))", null)]
    public void Columns_of_a_filter_are_told_from_its_texts(string filter, string? keys)
    {
        var plan = JsonDocument.Parse(new JsonArray(new JsonObject
        {
            ["Plan"] = new JsonObject { ["Node Type"] = "Seq Scan", ["Relation Name"] = "article", ["Alias"] = "a", ["Filter"] = filter, ["Actual Rows"] = 1, ["Actual Loops"] = 2, ["Rows Removed by Filter"] = 900 },
        }).ToJsonString()).RootElement;
        var table = new TableIndexes(
            "article", ["title", "slug", "draft", "locale", "word_count", "reading_time"], ["title", "slug", "locale"], [new TableIndex("btree", ["id"]), new TableIndex("btree", ["locale", "published_sort"])]);

        var hints = IndexHints.Find(plan, [table]);

        Assert.Equal(keys is null ? [] : [$"create index on article{(keys.StartsWith('(') ? $" {keys}" : keys)}"], hints.Select(hint => hint.Suggestion));
        Assert.All(hints, hint => Assert.StartsWith("1,802 rows of 'article' were read to keep 2: ", hint.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_takes_too_long_is_explained_without_being_run()
    {
        await using var staged = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        await ExecuteAsync(
            staged.ConnectionString,
            """
            create table content_state as select 1::bigint as version;
            create view article as select false as draft, 'ARTICLE' as kind, '-infinity'::timestamptz + make_interval(secs => (pg_sleep(60) is null)::int) as published_sort,
              'infinity'::timestamptz as expires_sort
            """);
        var impatient = new NpgsqlConnectionStringBuilder(staged.ConnectionString) { Options = "-c statement_timeout=100" }.ConnectionString;
        await using var pool = NpgsqlDataSource.Create(impatient);
        using var executor = new GraphQLExecutor(pool, database.Clock);

        var body = JsonNode.Parse(await SampleDatabase.RunAsync(executor, new GraphQLRequest { Query = "{ articles { totalCount } }", Explain = true }, isEditor: true))!;

        Assert.Equal("QUERY_TIMEOUT", body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        var plan = body["extensions"]!["explain"]!["plan"]![0]!["Plan"]!.AsObject();
        Assert.True(plan.ContainsKey("Plan Rows"));
        Assert.False(plan.ContainsKey("Actual Rows"));
    }

    private static async Task<TestDatabase> LargeAsync()
    {
        var large = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await ExecuteAsync(
            large.ConnectionString,
            """
            insert into source (id, name, root, address, dialect, options_hash, time_zone, default_locale, fields) values (md5('s')::uuid, 's', '/', '/', 'HUGO', '-', 'UTC', 'en',
              '[{"name":"rating","key":"rating","type":"Float"},{"name":"mood","key":"mood","type":"String"},{"name":"seen","key":"seen","type":"DateTime"}]');
            insert into article (id, source_id, file_path, path, slug, title, excerpt, kind, draft, locale, translation_key, body_format, body_hash, body_start_line, word_count, reading_time,
              comments_enabled, params, fields, content_hash, parser_version, imported_at, version)
            select md5(n::text)::uuid, md5('s')::uuid, 'f' || n, '/' || n, 's' || n, 'Title ' || n, '', 'ARTICLE', false, 'en', n, 'HTML', md5(n::text)::uuid, 1, n, 1, true, '{}',
              jsonb_build_object('rating:Float', n, 'mood:String', 'mood ' || n, 'seen:DateTime', timestamptz '2020-01-01' + n * interval '1 hour'), '-', 1, now(), 1
            from generate_series(1, 5000) n;
            analyze article
            """);
        return large;
    }

    private static async Task<string> ExplainAsync(string connectionString, string query)
    {
        await using var pool = ContentDataSource.Create(connectionString);
        await using var connection = await pool.OpenConnectionAsync(TestContext.Current.CancellationToken);
        using var executor = new GraphQLExecutor(pool, new FakeTimeProvider(SampleContent.Now), await CustomFields.ReadAllAsync(connection, TestContext.Current.CancellationToken));
        return await SampleDatabase.RunAsync(executor, new GraphQLRequest { Query = query, Explain = true }, isEditor: true);
    }

    private static async Task<JsonArray> HintsAsync(TestDatabase large, string query) =>
        JsonNode.Parse(await ExplainAsync(large.ConnectionString, query))!["extensions"]!["explain"]!["hints"]!.AsArray();

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
