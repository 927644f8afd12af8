using Npgsql;

namespace ContentApi.Server.Tests.FirstPage;

/// <summary>The page over content, or a database, that is out of the ordinary.</summary>
public sealed class UnusualContentTests
{
    [Fact]
    public async Task A_time_zone_that_the_graph_does_not_take_leaves_the_months_of_UTC()
    {
        await using var site = await Site.StartAsync(("a.md", "---\ntitle: A\ndate: 2026-04-30T23:00:00Z\n---\n"));
        await ExecuteAsync(site, "update source set time_zone = 'localtime'");

        Assert.Contains("April 2026", await site.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Categories_that_only_pages_have_are_bars_without_length()
    {
        await using var site = await Site.StartAsync(("a.md", "---\ntitle: A\n---\n"), ("about.md", "---\ntitle: About\nlayout: page\ncategories: [Imprint]\n---\n"));

        var html = await site.PageAsync();

        Assert.Contains("Imprint", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_read_findings_gets_the_page_without_them()
    {
        await using var site = await Site.StartAsync(("a.md", "---\ntitle: A\n---\n"));
        var reader = $"reader_{Guid.NewGuid():N}";
        await ExecuteAsync(site, $"create role {reader} login password 'reader'; grant select on all tables in schema public to {reader}; revoke all on diagnostic from {reader}");
        var connectionString = new NpgsqlConnectionStringBuilder(site.ConnectionString) { Username = reader, Password = "reader" };
        await using var server = await RunningServer.StartAsync(connectionString.ConnectionString, options => options with { LoopbackIsEditor = true });
        try
        {
            var response = await server.Client.SendAsync(HttpMethod.Get, "/", FirstPageTests.Browser);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Contains("1 article", html, StringComparison.Ordinal);
            Assert.DoesNotContain("id=\"import\"", html, StringComparison.Ordinal);
        }
        finally
        {
            await ExecuteAsync(site, $"drop owned by {reader}; drop role {reader}");
        }
    }

    [Fact]
    public async Task What_an_editor_sees_is_not_kept_by_shared_caches()
    {
        await using var site = await Site.StartAsync(("a.md", "---\ntitle: A\n---\n"));

        var response = await site.Server.Client.SendAsync(HttpMethod.Get, "/", FirstPageTests.Browser);

        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
    }

    private static async Task ExecuteAsync(Site site, string sql)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
