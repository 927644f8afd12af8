using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary><c>redirect</c> leads from a former path to the article, where no article has the path itself.</summary>
public sealed class RedirectTests(SampleDatabase database)
{
    [Theory]
    [InlineData("/moved/from", "/moved/from", "/posts/003")]
    [InlineData("/moved/from/", "/moved/from", "/posts/003")]
    [InlineData("moved/from", "/moved/from", "/posts/003")]
    [InlineData("/cafe\u0301", "/caf\u00e9", "/posts/004")]
    [InlineData("/旧/页", "/旧/页", "/posts/103")]
    [InlineData("/", "/", "/posts/008")]
    [InlineData("", "/", "/posts/008")]
    [InlineData("/posts/100", "/posts/100", "/posts/006")]
    public async Task A_former_path_leads_to_its_article(string path, string from, string to)
    {
        var redirect = (await database.DataAsync("query($path: String!) { redirect(path: $path) { from to permanent article { path } } }", new { path }))["redirect"]!;

        Assert.Equal((from, to, true), (redirect["from"]!.GetValue<string>(), redirect["to"]!.GetValue<string>(), redirect["permanent"]!.GetValue<bool>()));
        Assert.Equal(to, redirect["article"]!["path"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/Moved/from")]
    [InlineData("/moved")]
    [InlineData("/moved/%66rom")]
    [InlineData("/nowhere")]
    [InlineData("/posts/001")]
    [InlineData("/posts/007")]
    [InlineData("/posts/103")]
    [InlineData("/\uFFFE")]
    public async Task Any_other_path_leads_nowhere(string path) =>
        Assert.Equal("""{"redirect":null}""", (await database.DataAsync("query($path: String!) { redirect(path: $path) { to } }", new { path })).ToJsonString());

    [Theory]
    [InlineData("/old-draft", "/posts/100", "DRAFT")]
    [InlineData("/old-scheduled", "/posts/101", "SCHEDULED")]
    [InlineData("/old-expired", "/posts/102", "EXPIRED")]
    [InlineData("/posts/100", null, null)]
    [InlineData("/posts/001", null, null)]
    public async Task A_preview_leads_to_hidden_articles_and_leaves_them_their_paths(string path, string? to, string? status)
    {
        var redirect = (await database.DataAsync("query($path: String!) { redirect(path: $path, preview: true) { to article { status } } }", new { path }, isEditor: true))["redirect"];

        Assert.Equal((to, status), (redirect?["to"]!.GetValue<string>(), redirect?["article"]!["status"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_path_is_an_articles_or_leads_to_one_but_never_both(bool isPreview)
    {
        const string Query = "query($path: String!, $preview: Boolean) { article(by: { path: $path }, preview: $preview) { path } redirect(path: $path, preview: $preview) { to } }";
        string[] former = ["/moved/from", "/old-draft", "/posts/001", "/posts/100", "/posts/101", "/posts/007", "/"];
        foreach (var path in database.Articles.Select(article => article.Path).Concat(former))
        {
            var data = await database.DataAsync(Query, new { path, preview = isPreview }, isEditor: isPreview);

            Assert.False(data["article"] is not null && data["redirect"] is not null, path);
        }
    }

    [Fact]
    public async Task A_redirect_comes_and_goes_with_the_clock_under_the_same_plan()
    {
        const string Query = """{ scheduled: redirect(path: "/old-scheduled") { to } itsPath: redirect(path: "/posts/101") { to } expired: redirect(path: "/old-expired") { to } }""";
        var clock = new FakeTimeProvider(SampleContent.Now.AddDays(-1).AddMilliseconds(-1));
        using var executor = database.NewExecutor(clock);

        Assert.Equal("""{"data":{"scheduled":null,"itsPath":{"to":"/posts/006"},"expired":{"to":"/posts/102"}}}""", await SampleDatabase.RunAsync(executor, Query));

        clock.SetUtcNow(SampleContent.Now.AddDays(-1));
        Assert.Equal("""{"data":{"scheduled":null,"itsPath":{"to":"/posts/006"},"expired":null}}""", await SampleDatabase.RunAsync(executor, Query));

        clock.SetUtcNow(SampleContent.Now.AddDays(1));
        Assert.Equal("""{"data":{"scheduled":{"to":"/posts/101"},"itsPath":null,"expired":null}}""", await SampleDatabase.RunAsync(executor, Query));
    }

    [Fact]
    public async Task A_redirect_is_found_through_indexes()
    {
        string statement;
        using (var log = new StatementLog())
        {
            await database.DataAsync("""{ redirect(path: "/moved/from") { to } }""");
            statement = Assert.Single(log.Statements);
        }

        // A table of a few rows is read whole unless that is forbidden.
        await using var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (var choose = new NpgsqlCommand("set enable_seqscan = off", connection))
        {
            await choose.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var explain = new NpgsqlCommand($"explain (costs off) {statement}", connection)
        {
            Parameters = { new NpgsqlParameter { Value = "/moved/from" }, new NpgsqlParameter { Value = SampleContent.Now } },
        };
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan.Add(reader.GetString(0));
        }

        Assert.All(
            new[] { "ix_article_redirect_path", "ix_article_alias_path", "ix_article_path", "pk_article" },
            index => Assert.Contains(plan, line => line.EndsWith($" {index}", StringComparison.Ordinal) || line.Contains($" {index} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan on article", StringComparison.Ordinal));
    }
}
