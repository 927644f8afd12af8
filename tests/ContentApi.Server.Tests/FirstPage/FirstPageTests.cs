using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.Server.FirstPage;
using ContentApi.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Server.Tests.FirstPage;

/// <summary>The page at <c>/</c> over HTTP; the browser tests look at it with eyes.</summary>
public sealed partial class FirstPageTests
{
    internal static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    private const string Article = """
        ---
        title: Tea & <b>bread</b>
        date: 2026-04-05
        categories: [Kitchen]
        tags: [hot]
        author: Ada
        cover: {0}
        ---
        Some text.
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task Who_is_no_browser_is_told_where_to_go_without_asking_the_database(string? accept)
    {
        await using var server = await RunningServer.StartAsync("Host=127.0.0.1;Port=1");

        var response = await server.Client.SendAsync(HttpMethod.Get, "/", accept is null ? [] : [("Accept", accept)]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["Accept"], response.Headers.Vary);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"{server.Address}graphql\n", text, StringComparison.Ordinal);
        Assert.Contains($"{server.Address}health/ready", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_gets_a_page_that_may_load_nothing_from_elsewhere_and_run_nothing()
    {
        await using var site = await Site.StartAsync(("a.md", Article));

        var response = await site.Server.Client.SendAsync(HttpMethod.Get, "/", Browser);

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Headers.CacheControl?.NoCache);
        Assert.Equal(["Accept"], response.Headers.Vary);
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(
            ["default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
            response.Headers.GetValues("Content-Security-Policy"));
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotMatch("<script|<style| style=|(src|srcset)=\"(http|//)", html);

        var head = await site.Server.Client.SendAsync(HttpMethod.Head, "/", Browser);
        Assert.Equal(response.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Style_and_icon_may_be_kept_for_ever_and_other_names_are_not_found()
    {
        await using var site = await Site.StartAsync();
        var files = Asset().Matches(await site.PageAsync()).Select(match => match.Value).Distinct().ToArray();
        Assert.Equal(2, files.Length);

        foreach (var file in files)
        {
            var response = await site.Server.Client.SendAsync(HttpMethod.Get, $"/{file}");
            Assert.Equal("public, max-age=31536000, immutable", string.Join(',', response.Headers.GetValues("Cache-Control")));
            Assert.Equal(file.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "image/svg+xml", response.Content.Headers.ContentType?.ToString());
            Assert.NotEqual(0, response.Content.Headers.ContentLength);
        }

        await (await site.Server.Client.SendAsync(HttpMethod.Get, "/assets/page.0000000000000000.css")).ExpectProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task Content_is_shown_as_text_and_not_as_markup()
    {
        await using var site = await Site.StartAsync(("a.md", Article));

        var html = await site.PageAsync();

        Assert.Contains(">Tea &amp; &lt;b&gt;bread&lt;/b&gt;</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bread", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_another_server_is_named_and_not_loaded()
    {
        await using var site = await Site.StartAsync(("a.md", Article.Replace("{0}", "https://pictures.example/tea.png", StringComparison.Ordinal)));

        var html = await site.PageAsync();

        Assert.Contains("Picture on pictures.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://pictures.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_is_not_on_the_page_either()
    {
        await using var site = await Site.StartAsync(("a.md", Article), ("b.md", "---\ntitle: Secret plan\ndraft: true\ntags: [hush]\n---\n"));

        var html = await site.PageAsync();

        Assert.Contains("1 article,", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret plan", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_and_dates_are_those_of_the_site()
    {
        // In Shanghai it is the first of May; in UTC it is still April.
        await using var site = await Site.StartAsync(
            ("_config.yml", "title: 小站\nlanguage: zh-CN\ntimezone: Asia/Shanghai\nurl: https://example.org\nroot: /\npermalink: :title/\nsource_dir: source\npublic_dir: public\n"),
            ("source/_posts/a.md", "---\ntitle: 五月\ndate: 2026-05-01 00:30:00\n---\n一\n"));

        var html = await site.PageAsync();

        Assert.Contains("<h1 lang=\"zh-CN\">小站</h1>", html, StringComparison.Ordinal);
        Assert.Contains("1 article in May 2026.", html, StringComparison.Ordinal);
        Assert.Contains(">1 May 2026</time>", html, StringComparison.Ordinal);
        Assert.Contains("datetime=\"2026-04-30T16:30:00.000Z\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_content_an_editor_learns_where_to_put_it_and_others_how_to_import_it()
    {
        await using var site = await Site.StartAsync();

        var html = await site.PageAsync();
        Assert.Contains("There is no content yet", html, StringComparison.Ordinal);
        Assert.Contains("/home/ada/blog", html, StringComparison.Ordinal);

        html = await site.PageAsync(host: "api.example.org");
        Assert.Contains("contentapi import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/home/ada/blog", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_is_hidden_only_an_editor_learns_that_there_is_something()
    {
        await using var site = await Site.StartAsync(("b.md", "---\ntitle: Secret plan\ndraft: true\n---\n"));

        Assert.Contains("Nothing is published yet", await site.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("There is no content yet", await site.PageAsync(host: "api.example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_see_the_last_import_and_its_findings_and_others_do_not()
    {
        await using var site = await Site.StartAsync(("a.md", Article));
        await AddFindingAsync(site, "UNKNOWN_DATE", "WARNING", "posts/tea.md", "'<soon>' is no date");

        var html = await site.PageAsync();
        Assert.Contains("Last import", html, StringComparison.Ordinal);
        Assert.Contains("<dt>created</dt><dd>1</dd>", html, StringComparison.Ordinal);
        Assert.Contains("posts/tea.md:3:7", html, StringComparison.Ordinal);
        Assert.Contains("&#x27;&lt;soon&gt;&#x27; is no date", html, StringComparison.Ordinal);
        Assert.Contains("<code>date: &lt;soon&gt;</code><span class=\"caret\" aria-hidden=\"true\"><span>date: </span>^</span></pre>", html, StringComparison.Ordinal);
        Assert.Contains("Write 2026-01-31.", html, StringComparison.Ordinal);

        html = await site.PageAsync(host: "api.example.org");
        Assert.DoesNotContain("Last import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("tea.md", html, StringComparison.Ordinal);
        Assert.DoesNotContain("diagnostics", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(12, "date: <soon")]
    [InlineData(13, null)]
    [InlineData(240, null)]
    public void A_caret_stands_only_under_what_is_shown(int column, string? before) =>
        Assert.Equal(before, new FindingFacts("blog", "ERROR", "X", "a.md", 1, column, "m", "date: <soon>", Hint: null).BeforePlace);

    [Fact]
    public async Task Of_many_findings_the_gravest_come_first_and_those_left_out_are_counted()
    {
        await using var site = await Site.StartAsync(("a.md", Article));
        foreach (var number in Enumerable.Range(10, 30))
        {
            await AddFindingAsync(site, "NOTE", number == 39 ? "ERROR" : "INFO", $"{number}.md", "said");
        }

        var html = await site.PageAsync();

        Assert.InRange(html.IndexOf("39.md:3:7", StringComparison.Ordinal), 0, html.IndexOf("10.md:3:7", StringComparison.Ordinal));
        Assert.Contains("28.md:3:7", html, StringComparison.Ordinal);
        Assert.DoesNotContain("29.md:3:7", html, StringComparison.Ordinal);
        Assert.Contains("and 10 more", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_query_of_the_page_answers()
    {
        await using var site = await Site.StartAsync(("a.md", Article.Replace("{0}", "a.png", StringComparison.Ordinal)), ("a.png", "x"));
        var queries = Query().Matches(await site.PageAsync()).Select(match => Uri.UnescapeDataString(WebUtility.HtmlDecode(match.Groups["query"].Value))).Distinct().ToArray();

        Assert.Equal(11, queries.Length);
        foreach (var query in queries)
        {
            var body = new StringContent(JsonSerializer.Serialize(new { query }), new MediaTypeHeaderValue("application/json"));
            var answer = await (await site.Server.Client.SendAsync(HttpMethod.Post, "/graphql", body)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("\"errors\"", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("null}}", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_database_the_page_says_so_and_asks_to_come_back()
    {
        await using var server = await RunningServer.StartAsync("Host=127.0.0.1;Port=1;Username=secretuser");

        var html = await ExpectUnavailableAsync(server);

        Assert.Contains("The database cannot be reached. Try again in a few seconds.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tables_the_page_says_what_to_do()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        await using var server = await RunningServer.StartAsync(database.ConnectionString);

        Assert.Contains("contentapi migrate", await ExpectUnavailableAsync(server), StringComparison.Ordinal);
    }

    private static async Task<string> ExpectUnavailableAsync(RunningServer server)
    {
        var response = await server.Client.SendAsync(HttpMethod.Get, "/", Browser);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.NotNull(response.Headers.RetryAfter);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AddFindingAsync(Site site, string code, string severity, string path, string message)
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(site.ConnectionString));
        var run = await context.Set<ImportRunRow>().SingleAsync(TestContext.Current.CancellationToken);
        context.Add(new DiagnosticRow { Id = Guid.NewGuid(), SourceId = run.SourceId, ImportRunId = run.Id, Path = path, Code = code, Severity = severity, Line = 3, ColumnNumber = 7, Message = message, Snippet = "date: <soon>", Hint = "Write 2026-01-31." });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("assets/[a-z.0-9]+")]
    private static partial Regex Asset();

    [GeneratedRegex("href=\"graphql\\?query=(?<query>[^\"]+)\"")]
    private static partial Regex Query();
}
