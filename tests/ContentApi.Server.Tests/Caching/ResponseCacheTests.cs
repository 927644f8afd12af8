using System.IO.Compression;
using System.Net;
using System.Text;

namespace ContentApi.Server.Tests.Caching;

/// <summary>Answers that are given again: which, for how long, and to whom.</summary>
public sealed class ResponseCacheTests : IAsyncLifetime
{
    private const string Public = "public, max-age=0, s-maxage=60, stale-while-revalidate=60";

    private CachedSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CachedSite.CreateAsync("title: One\ndate: 2026-01-01", "title: Two\ndate: 2026-01-02");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_was_answered_is_answered_again_without_the_database()
    {
        var first = await _site.GetAsync(CachedSite.Titles);
        Assert.Equal("""{"data":{"articles":{"nodes":[{"title":"Two"},{"title":"One"}]}}}""", await CachedSite.TextAsync(first));
        Assert.Equal(Public, CachedSite.Header(first, "Cache-Control"));
        await using var locked = await _site.LockAsync();

        var again = await _site.GetAsync(CachedSite.Titles);
        Assert.Equal(await CachedSite.TextAsync(first), await CachedSite.TextAsync(again));
        Assert.Equal(first.Headers.ToString().Split('\n').Where(IsNoDate), again.Headers.ToString().Split('\n').Where(IsNoDate));
        var posted = await _site.Server.Client.SendAsync(HttpMethod.Post, "/graphql", new StringContent($$"""{"query":"{{CachedSite.Titles}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(await CachedSite.TextAsync(first), await CachedSite.TextAsync(posted));
        var head = await _site.Server.Client.SendAsync(HttpMethod.Head, $"/graphql?query={Uri.EscapeDataString(CachedSite.Titles)}");
        Assert.Equal((first.Content.Headers.ContentLength, CachedSite.Tag(first)), (head.Content.Headers.ContentLength, CachedSite.Tag(head)));
        Assert.Empty(await CachedSite.TextAsync(head));
    }

    [Fact]
    public async Task A_client_that_has_the_answer_is_told_so_without_the_database()
    {
        var first = await _site.GetAsync(CachedSite.Titles);
        var tag = CachedSite.Tag(first).Tag;
        Assert.False(CachedSite.Tag(first).IsWeak);
        await using var locked = await _site.LockAsync();

        foreach (var condition in new[] { tag, $"W/{tag}", "*", $"\"other\", {tag}", $"W/\"a\",W/{tag}" })
        {
            var unchanged = await _site.GetAsync(CachedSite.Titles, ("If-None-Match", condition));
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            Assert.Empty(await CachedSite.TextAsync(unchanged));
            foreach (var header in new[] { "ETag", "Cache-Control", "Vary", "Surrogate-Key", "Cache-Tag" })
                Assert.Equal(CachedSite.Header(first, header), CachedSite.Header(unchanged, header));
        }

        foreach (var condition in new[] { "\"other\"", "nonsense", tag.Trim('"') })
            Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync(CachedSite.Titles, ("If-None-Match", condition))).StatusCode);
    }

    [Fact]
    public async Task A_commit_ends_what_was_made_before_it()
    {
        var before = await _site.GetAsync(CachedSite.Titles);
        _site.Write("3.md", "title: Three\ndate: 2026-01-03");
        await _site.ImportAsync();

        const string expected = """{"data":{"articles":{"nodes":[{"title":"Three"},{"title":"Two"},{"title":"One"}]}}}""";
        Assert.Equal(expected, await _site.UntilAsync(() => _site.TextAsync(CachedSite.Titles), expected));
        var after = await _site.GetAsync(CachedSite.Titles, ("If-None-Match", CachedSite.Tag(before).Tag));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(CachedSite.Tag(before), CachedSite.Tag(after));
    }

    [Fact]
    public async Task An_import_that_changes_nothing_ends_nothing()
    {
        var before = await _site.GetAsync(CachedSite.Titles);
        await _site.ImportAsync();

        Assert.Equal(HttpStatusCode.NotModified, (await _site.GetAsync(CachedSite.Titles, ("If-None-Match", CachedSite.Tag(before).Tag))).StatusCode);
    }

    [Fact]
    public async Task What_is_not_told_is_found_out_before_an_answer_is_too_old()
    {
        Assert.Contains("One", await _site.TextAsync(CachedSite.Titles), StringComparison.Ordinal);
        await _site.RunAsync("update article set title = 'Uno' where title = 'One'; update content_state set version = version + 1");

        _site.Clock.Advance(TimeSpan.FromMilliseconds(81));
        Assert.Contains("Uno", await _site.TextAsync(CachedSite.Titles), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date: 2026-11-22T12:01:30Z", """[{"title":"Two"},{"title":"One"}]""", """[{"title":"New"},{"title":"Two"},{"title":"One"}]""")]
    [InlineData("date: 2026-11-01\nexpires: 2026-11-22T12:01:30Z", """[{"title":"New"},{"title":"Two"},{"title":"One"}]""", """[{"title":"Two"},{"title":"One"}]""")]
    public async Task The_date_of_an_article_ends_what_was_made_before_it(string dates, string before, string after)
    {
        await using var site = await CachedSite.CreateAsync("title: One\ndate: 2026-01-01", "title: Two\ndate: 2026-01-02", $"title: New\n{dates}");
        var early = await site.GetAsync(CachedSite.Titles);
        Assert.Equal($"{{\"data\":{{\"articles\":{{\"nodes\":{before}}}}}}}", await CachedSite.TextAsync(early));
        Assert.Equal("public, max-age=0, s-maxage=60, stale-while-revalidate=30", CachedSite.Header(early, "Cache-Control"));

        // The server asks whether it still is of this version, but the answer is the one that is kept.
        site.Clock.Advance(TimeSpan.FromSeconds(89.5));
        var late = await site.GetAsync(CachedSite.Titles);
        Assert.Equal(CachedSite.Tag(early), CachedSite.Tag(late));
        Assert.Equal("public, max-age=0, s-maxage=0, stale-while-revalidate=0", CachedSite.Header(late, "Cache-Control"));

        site.Clock.Advance(TimeSpan.FromSeconds(0.5));
        var then = await site.GetAsync(CachedSite.Titles, ("If-None-Match", CachedSite.Tag(early).Tag));
        Assert.Equal($"{{\"data\":{{\"articles\":{{\"nodes\":{after}}}}}}}", await CachedSite.TextAsync(then));
        Assert.Equal(Public, CachedSite.Header(then, "Cache-Control"));
    }

    [Fact]
    public async Task A_draft_and_a_page_count_as_they_are_seen()
    {
        await using var site = await CachedSite.CreateAsync(
            "title: Draft\ndraft: true\ndate: 2026-11-22T12:00:10Z", "title: About\nlayout: page\ndate: 2026-11-22T12:00:20Z", "title: One\ndate: 2026-01-01");

        Assert.Equal("public, max-age=0, s-maxage=20, stale-while-revalidate=0", CachedSite.Header(await site.GetAsync(CachedSite.Titles), "Cache-Control"));
    }

    [Fact]
    public async Task Servers_of_one_database_agree()
    {
        var other = await _site.StartAnotherAsync();
        var (one, two) = (await _site.GetAsync("{ site { contentVersion } }", ("Host", "example.org")), await CachedSite.GetAsync(other, "{ site { contentVersion } }", ("Host", "example.org")));

        Assert.Equal(CachedSite.Tag(one), CachedSite.Tag(two));
        Assert.Equal(await CachedSite.TextAsync(one), await CachedSite.TextAsync(two));
    }

    [Fact]
    public async Task Every_representation_has_a_tag_of_its_own()
    {
        const string query = "query A { site { contentVersion articleCount } __type(name: \"Article\") { fields { name description } } } query B { site { contentVersion } }";
        var tags = new List<string>();
        foreach (var (operation, variables) in new[] { ("A", "{}"), ("B", "{}"), ("A", "{\"a\":1}") })
        {
            foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
            {
                foreach (var coding in operation == "A" ? ["br", "gzip", "identity"] : new[] { "identity" })
                {
                    var response = await _site.Server.Client.SendAsync(
                        HttpMethod.Get,
                        $"/graphql?query={Uri.EscapeDataString(query)}&operationName={operation}&variables={Uri.EscapeDataString(variables)}",
                        ("Accept", accept),
                        ("Accept-Encoding", coding));
                    Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost"], response.Headers.Vary);
                    tags.Add(CachedSite.Tag(response).Tag);
                }
            }
        }

        Assert.Equal(14, tags.Count);
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("identity;q=1, br;q=0.5", null)]
    [InlineData("br;q=0", null)]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    [InlineData("; nonsense", null)]
    public async Task A_body_comes_in_the_coding_that_the_client_likes_best(string accepted, string? expected)
    {
        const string query = "{ __type(name: \"Article\") { fields { name description } } }";
        var plain = await _site.TextAsync(query);
        foreach (var _ in new[] { "made", "kept" })
        {
            var response = await _site.GetAsync(query, ("Accept-Encoding", accepted));
            Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using var inflated = expected switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            };
            using var reader = new StreamReader(inflated);
            Assert.Equal(plain, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_short_body_is_not_compressed()
    {
        var response = await _site.GetAsync("{ site { contentVersion } }", ("Accept-Encoding", "br"));

        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("""{"data":{"site":{"contentVersion":1}}}""", await CachedSite.TextAsync(response));
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{ articles(first: 51) { totalCount } }")]
    [InlineData("{ articles(preview: true) { totalCount } }")]
    public async Task An_error_is_kept_by_nobody(string query)
    {
        var response = await _site.GetAsync(query);

        Assert.Equal("no-store", CachedSite.Header(response, "Cache-Control"));
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task What_only_an_editor_sees_is_kept_by_nobody()
    {
        var dev = await _site.StartAnotherAsync(options => options with { LoopbackIsEditor = true });
        foreach (var query in new[] { "{ articles(preview: true) { totalCount } }", "{ diagnostics { totalCount } }", "{ imports(first: 1) { nodes { id } } }", "{ authors { nodes { email } } }" })
        {
            var response = await CachedSite.GetAsync(dev, query);
            Assert.DoesNotContain("errors", await CachedSite.TextAsync(response), StringComparison.Ordinal);
            Assert.Equal("no-store", CachedSite.Header(response, "Cache-Control"));
        }

        Assert.Equal(Public, CachedSite.Header(await CachedSite.GetAsync(dev, CachedSite.Titles), "Cache-Control"));
    }

    [Fact]
    public async Task Addresses_in_an_answer_are_those_of_the_host_that_was_asked()
    {
        await using var site = await CachedSite.CreateAsync("title: One\ncover: a.png");
        const string query = "{ articles { nodes { cover { url } } } }";
        var answers = new[] { "a.example", "b.example", "a.example" }.Select(host => site.GetAsync(query, ("Host", host)));

        Assert.Equal(2, (await Task.WhenAll(answers)).Select(response => CachedSite.Tag(response)).Distinct().Count());
    }

    private static bool IsNoDate(string header) => !header.StartsWith("Date:", StringComparison.Ordinal);
}
