using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ContentApi.Server.Tests.Endpoints;

/// <summary>Answers of <c>/graphql</c>, from the request on the wire to the database and back.</summary>
public sealed class GraphQLTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(GraphQLResponse, GraphQLResponse)]
    public async Task A_query_is_answered_in_the_accepted_type(string? accept, string expected)
    {
        const string query = "{ category(by: { path: \"none\" }) { name } }";
        foreach (var response in new[] { await PostAsync(query, accept), await GetAsync(query, accept) })
        {
            Assert.Equal("""{"data":{"category":null}}""", await TextAsync(response, HttpStatusCode.OK));
            Assert.Equal($"{expected}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost"], response.Headers.Vary);
            Assert.Equal("public, max-age=0, s-maxage=60, stale-while-revalidate=60", Assert.Single(response.Headers.NonValidated["Cache-Control"]));
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Head_gives_the_headers_of_the_answer()
    {
        var response = await server.Client.SendAsync(HttpMethod.Head, "/graphql?query={__typename}", ("Accept", GraphQLResponse));

        Assert.Equal("", await TextAsync(response, HttpStatusCode.OK));
        Assert.Equal("""{"data":{"__typename":"Query"}}""".Length, response.Content.Headers.ContentLength);
        Assert.Equal($"{GraphQLResponse}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Variables_and_the_operation_are_passed_on()
    {
        const string query = "query A { a: __typename } query B($name: String!) { __type(name: $name) { name } }";
        var body = JsonSerializer.Serialize(new { query, operationName = "B", variables = new { name = "Article" } });

        var post = await server.Client.SendAsync(HttpMethod.Post, "/graphql", JsonContent(body));
        var get = await server.Client.SendAsync(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}&operationName=B&variables={Uri.EscapeDataString("""{"name":"Article"}""")}");

        Assert.Equal("""{"data":{"__type":{"name":"Article"}}}""", await TextAsync(post, HttpStatusCode.OK));
        Assert.Equal("""{"data":{"__type":{"name":"Article"}}}""", await TextAsync(get, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("report", """{"data":{"category":null},"extensions":{"operationCost":{"fieldCost":7,"typeCost":2}}}""")]
    [InlineData("VALIDATE", """{"extensions":{"operationCost":{"fieldCost":7,"typeCost":2}}}""")]
    [InlineData("", """{"data":{"category":null}}""")]
    public async Task A_header_asks_for_the_cost(string mode, string expected)
    {
        const string query = "{ category(by: { path: \"none\" }) { articleCount } }";

        var post = await server.Client.SendAsync(HttpMethod.Post, "/graphql", JsonContent(JsonSerializer.Serialize(new { query })), ("GraphQL-Cost", mode));
        var get = await server.Client.SendAsync(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}", ("GraphQL-Cost", mode));

        Assert.Equal(expected, await TextAsync(post, HttpStatusCode.OK));
        Assert.Equal(expected, await TextAsync(get, HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_header_that_asks_for_something_else_is_refused() =>
        await (await server.Client.SendAsync(HttpMethod.Get, "/graphql?query={__typename}", ("GraphQL-Cost", "free"))).ExpectProblemAsync(HttpStatusCode.BadRequest, "BAD_REQUEST");

    [Fact]
    public async Task Statements_are_explained_to_editors_alone()
    {
        const string body = """{"query":"{ site { articleCount } }","extensions":{"explain":true}}""";
        using var refused = JsonDocument.Parse(await TextAsync(await server.Client.SendAsync(HttpMethod.Post, "/graphql", JsonContent(body)), HttpStatusCode.OK));
        await using var local = await RunningServer.StartAsync(server.Database.ConnectionString, options => options with { LoopbackIsEditor = true });
        using var explained = JsonDocument.Parse(await TextAsync(await local.Client.SendAsync(HttpMethod.Post, "/graphql", JsonContent(body)), HttpStatusCode.OK));

        Assert.Equal("FORBIDDEN", refused.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.StartsWith("select ", explained.RootElement.GetProperty("extensions").GetProperty("explain").GetProperty("sql").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{ nothing }")]
    [InlineData("query ($id: ID!) { node(id: $id) { id } }")]
    [InlineData("{ articles(first: -1) { totalCount } }")]
    [InlineData("mutation { __typename }")]
    [InlineData("query A { __typename } query B { __typename }")]
    public async Task A_fault_of_the_query_is_told_by_the_status_where_that_may_be(string query)
    {
        foreach (var (accept, status) in new[] { (Json, HttpStatusCode.OK), (GraphQLResponse, HttpStatusCode.BadRequest) })
        {
            foreach (var response in new[] { await PostAsync(query, accept), await GetAsync(query, accept) })
            {
                using var answer = JsonDocument.Parse(await TextAsync(response, status));
                Assert.False(answer.RootElement.TryGetProperty("data", out _));
                Assert.NotEmpty(answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!);
                Assert.Equal($"{accept}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            }
        }
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQLResponse)]
    public async Task A_document_over_the_limit_is_too_large(string accept)
    {
        var text = await TextAsync(await PostAsync($"{{ __typename }} #{new string('x', 1_000_000)}", accept), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("DOCUMENT_TOO_LONG", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQLResponse)]
    public async Task A_database_that_is_away_is_a_reason_to_come_back(string accept)
    {
        await using var away = await RunningServer.StartAsync("Host=127.0.0.1;Port=1;Username=secretuser");

        var response = await away.Client.SendAsync(HttpMethod.Post, "/graphql", JsonContent("""{"query":"{ site { articleCount } }"}"""), ("Accept", accept));

        var text = await TextAsync(response, HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal($"{accept}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("\"code\":\"UNAVAILABLE\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_an_answer_can_be_loaded_from_its_address()
    {
        await using var content = Content.In(server.Database);
        var image = await content.AddImageAsync("a.png", [1, 2, 3]);

        using var answer = JsonDocument.Parse(await TextAsync(await PostAsync("{ images { nodes { url } } }", Json), HttpStatusCode.OK));

        var url = answer.RootElement.GetProperty("data").GetProperty("images").GetProperty("nodes")[0].GetProperty("url").GetString();
        Assert.Equal(server.Server.Address + image.Url[1..], url);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(HttpMethod.Get, url!)).StatusCode);
    }

    [Fact]
    public async Task Under_loopback_a_direct_caller_previews_and_nobody_else()
    {
        await using var dev = await RunningServer.StartAsync(server.Database.ConnectionString, options => options with { LoopbackIsEditor = true });
        Task<HttpResponseMessage> Preview(params (string, string)[] headers) =>
            dev.Client.SendAsync(HttpMethod.Post, "/graphql", JsonContent("""{"query":"{ articles(preview: true) { totalCount } }"}"""), headers);

        Assert.DoesNotContain("FORBIDDEN", await TextAsync(await Preview(), HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.DoesNotContain("FORBIDDEN", await TextAsync(await Preview(("Origin", dev.Address.GetLeftPart(UriPartial.Authority))), HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", await TextAsync(await Preview(("Origin", "http://localhost:3000")), HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", await TextAsync(await Preview(("X-Forwarded-For", "192.0.2.1")), HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", await TextAsync(await Preview(("X-Forwarded-For", "")), HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", await TextAsync(await Preview(("Host", "evil.example")), HttpStatusCode.OK), StringComparison.Ordinal);
    }

    private static StringContent JsonContent(string body) => new(body, new MediaTypeHeaderValue(Json));

    private static async Task<string> TextAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return text;
    }

    private Task<HttpResponseMessage> PostAsync(string query, string? accept) =>
        server.Client.SendAsync(HttpMethod.Post, "/graphql", JsonContent(JsonSerializer.Serialize(new { query })), Accept(accept));

    private Task<HttpResponseMessage> GetAsync(string query, string? accept) =>
        server.Client.SendAsync(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}", Accept(accept));

    private static (string, string)[] Accept(string? accept) => accept is null ? [] : [("Accept", accept)];
}
