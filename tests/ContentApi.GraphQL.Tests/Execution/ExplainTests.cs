using System.Text.Json;
using System.Text.Json.Nodes;
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
    public async Task Missing_indexes_are_named_and_no_others()
    {
        await using var large = await LargeAsync();

        var filtered = await HintsAsync("{ articles(where: { title: { eq: \"Title 7\" } }) { nodes { id } } }");
        var sorted = await HintsAsync("{ articles(order: [{ title: DESC }]) { nodes { id } } }");

        Assert.Equal("create index on article (title)", Assert.Single(filtered)!["suggestion"]!.GetValue<string>());
        Assert.Matches("^5,000 rows of 'article' were read to keep 1: .*title.*", filtered[0]!["reason"]!.GetValue<string>());
        Assert.Equal("create index on article (title desc, id desc)", Assert.Single(sorted)!["suggestion"]!.GetValue<string>());
        Assert.StartsWith("5,000 rows of 'article' were sorted by ", sorted[0]!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await HintsAsync("{ articles(order: [{ wordCount: DESC }]) { nodes { id } } }"));
        Assert.Empty(await HintsAsync("{ articles { nodes { id } totalCount } }"));

        await ExecuteAsync(large.ConnectionString, "create index on article (title); create index on article (id, title); analyze article");
        Assert.Empty(await HintsAsync("{ articles(where: { title: { eq: \"Title 7\" } }) { nodes { id } } }"));

        async Task<JsonArray> HintsAsync(string query) => JsonNode.Parse(await ExplainAsync(large.ConnectionString, query))!["extensions"]!["explain"]!["hints"]!.AsArray();
    }

    // Text of a client may look like a column, a cast or the end of a literal.
    [Theory]
    [InlineData("(title = 'slug path'::text)", "title")]
    [InlineData("((title = 'it''s a slug'::text) AND (locale IS NULL) AND (NOT draft))", "title, locale")]
    [InlineData("(lower(locale) = 'x'::text)", "locale")]
    [InlineData("starts_with(title, 'locale'::text)", "title")]
    public void Columns_of_a_filter_are_told_from_its_texts(string filter, string columns)
    {
        var plan = JsonDocument.Parse(new JsonArray(new JsonObject
        {
            ["Plan"] = new JsonObject { ["Node Type"] = "Seq Scan", ["Relation Name"] = "article", ["Alias"] = "a", ["Filter"] = filter, ["Actual Rows"] = 1, ["Actual Loops"] = 2, ["Rows Removed by Filter"] = 900 },
        }).ToJsonString()).RootElement;

        var hint = Assert.Single(IndexHints.Find(plan, [new TableIndexes("article", ["title", "slug", "path", "draft", "locale", "text"], [["id"]])]));

        Assert.Equal($"create index on article ({columns})", hint.Suggestion);
        Assert.StartsWith("1,802 rows of 'article' were read to keep 2: ", hint.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_long_is_explained_without_being_run()
    {
        await using var staged = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        await ExecuteAsync(
            staged.ConnectionString,
            """
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
            insert into source (id, name, root, address, dialect, options_hash, time_zone, default_locale) values (md5('s')::uuid, 's', '/', '/', 'HUGO', '-', 'UTC', 'en');
            insert into article (id, source_id, file_path, path, slug, title, excerpt, kind, draft, locale, translation_key, body_format, body_hash, body_start_line, word_count, reading_time,
              comments_enabled, params, content_hash, parser_version, imported_at, version)
            select md5(n::text)::uuid, md5('s')::uuid, 'f' || n, '/' || n, 's' || n, 'Title ' || n, '', 'ARTICLE', false, 'en', n, 'HTML', md5(n::text)::uuid, 1, n, 1, true, '{}', '-', 1, now(), 1
            from generate_series(1, 5000) n;
            analyze article
            """);
        return large;
    }

    private static async Task<string> ExplainAsync(string connectionString, string query)
    {
        await using var pool = ContentDataSource.Create(connectionString);
        using var executor = new GraphQLExecutor(pool, new FakeTimeProvider(SampleContent.Now));
        return await SampleDatabase.RunAsync(executor, new GraphQLRequest { Query = query, Explain = true }, isEditor: true);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
