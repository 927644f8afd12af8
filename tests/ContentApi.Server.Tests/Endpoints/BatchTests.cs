using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.Server.Tests.Caching;

namespace ContentApi.Server.Tests.Endpoints;

/// <summary>Several requests in an array.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private const string Title = """{"query":"{ articles { nodes { title } } }"}""";
    private const string Titles = """{"data":{"articles":{"nodes":[{"title":"One"}]}}}""";

    private CachedSite _site = null!;
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await CachedSite.CreateAsync("title: One\ndate: 2026-01-01");
        _server = await _site.StartAnotherAsync(options => options with { MaxBatchSize = 10 });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Each_request_has_the_body_that_it_would_have_got_by_itself()
    {
        var hash = new string('0', 64);
        string[] requests =
        [
            Title,
            "{",
            """{ "query": "query A { __typename } query B($name: String!) { __type(name: $name) { name } }", "operationName": "B", "variables": { "name": "Article" } }""",
            "{ nothing }",
            $$$"""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"} } }""",
            """{"documentId":"none"}""",
            "{ articles(preview: true) { totalCount } }",
            $"{{ __typename }} #{new string('x', 300_000)}",
            "{ __type(name: \"Article\") { fields { name description } } }",
            Title,
        ];
        var bodies = requests.Select(request => request.StartsWith("{\"", StringComparison.Ordinal) || request.StartsWith("{ \"", StringComparison.Ordinal) ? request : JsonSerializer.Serialize(new { query = request })).ToList();
        var single = new List<string>();
        foreach (var body in bodies)
            single.Add(await CachedSite.TextAsync(await PostAsync(body)));

        var response = await PostAsync($"[{string.Join(',', bodies)}]");

        Assert.Equal($"[{string.Join(',', single)}]", await CachedSite.TextAsync(response));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", CachedSite.Header(response, "Cache-Control"));
        Assert.Null(response.Headers.ETag);
        Assert.Contains(Titles, single);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json,application/json;q=0.9")]
    [InlineData("*/*")]
    public async Task Answers_are_JSON_for_whoever_accepts_it(string accept)
    {
        var response = await PostAsync($"[{Title}]", ("Accept", accept));

        Assert.Equal($"[{Titles}]", await CachedSite.TextAsync(response));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Who_accepts_single_answers_alone_gets_none() =>
        await (await PostAsync($"[{Title}]", ("Accept", "application/graphql-response+json"))).ExpectProblemAsync(HttpStatusCode.NotAcceptable, "NOT_ACCEPTABLE");

    [Theory]
    [InlineData(0, "INVALID_REQUEST")]
    [InlineData(11, "BATCH_TOO_LARGE")]
    public async Task None_and_too_many_are_refused(int count, string code) =>
        await (await PostAsync($"[{string.Join(',', Enumerable.Repeat(Title, count))}]")).ExpectProblemAsync(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task One_that_is_no_request_keeps_all_from_running()
    {
        await using var locked = await _site.LockAsync();

        var detail = await (await PostAsync($$"""[{{Title}},{"query":1}]""")).ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST");

        Assert.Equal("Request 2 of the array: 'query' must be a string.", detail);
    }

    [Fact]
    public async Task Without_the_setting_an_array_is_refused()
    {
        var response = await _site.Server.Client.SendAsync(HttpMethod.Post, "/graphql", Json($"[{Title}]"));

        Assert.Contains("--max-batch-size", await response.ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_is_answered_again_without_the_database()
    {
        await PostAsync(Title);
        await using var locked = await _site.LockAsync();

        Assert.Equal($"[{Titles},{Titles}]", await CachedSite.TextAsync(await PostAsync($"[{Title},{Title}]")));
    }

    [Fact]
    public async Task The_time_is_that_of_one_request()
    {
        var hasty = await _site.StartAnotherAsync(options => options with { MaxBatchSize = 50, RequestLimit = TimeSpan.FromSeconds(2) });
        await hasty.Client.SendAsync(HttpMethod.Post, "/graphql", Json(Title));
        await using var locked = await _site.LockAsync();
        var start = TimeProvider.System.GetTimestamp();

        var slow = """{"query":"{ articles { totalCount } }"}""";
        var response = await hasty.Client.SendAsync(HttpMethod.Post, "/graphql", Json($"[{Title},{string.Join(',', Enumerable.Repeat(slow, 49))}]"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answers = JsonNode.Parse(await CachedSite.TextAsync(response))!.AsArray();
        Assert.Equal(Titles, answers[0]!.ToJsonString());
        Assert.Equal(Enumerable.Repeat("UNAVAILABLE", 49), answers.Skip(1).Select(answer => answer!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>()));
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task No_more_than_one_statement_runs_at_a_time()
    {
        await PostAsync(Title);
        Task<HttpResponseMessage> answer;
        await using (await _site.LockAsync())
        {
            answer = PostAsync($"[{string.Join(',', Enumerable.Range(0, 10).Select(n => $$"""{"query":"{ articles(first: {{n}}) { totalCount } }"}"""))}]");
            const string waiting = "select count(*)::text::bigint from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'contentapi server' and datname = current_database()";
            Assert.Equal("1", await _site.UntilAsync(async () => $"{await _site.CountAsync(waiting)}", "1"));
            await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
            Assert.Equal(1, await _site.CountAsync(waiting));
        }

        Assert.Equal(10, JsonNode.Parse(await CachedSite.TextAsync(await answer))!.AsArray().Count);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Many_answers_come_compressed(string coding)
    {
        var large = """{"query":"{ __schema { types { name description fields { name description } } } }"}""";
        var batch = $"[{string.Join(',', Enumerable.Repeat(large, 10))}]";
        var plain = await CachedSite.TextAsync(await PostAsync(batch));

        var response = await PostAsync(batch, ("Accept-Encoding", coding));

        Assert.Equal(coding, response.Content.Headers.ContentEncoding.Single());
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream inflated = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(inflated);
        Assert.Equal(plain, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.InRange(plain.Length, 200_000, int.MaxValue);
    }

    [Fact]
    public async Task A_failure_of_the_server_is_one_of_the_whole()
    {
        await _site.RunAsync("alter table article rename to gone");

        await (await PostAsync($$"""[{"query":"{ __typename }"},{"query":"{ articles { totalCount } }"}]""")).ExpectProblemAsync(HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
    }

    [Fact]
    public void The_setting_has_a_bound() => Assert.Throws<ArgumentOutOfRangeException>(() => new ServerOptions { ConnectionString = "", Urls = [], MaxBatchSize = 51 });

    private static StringContent Json(string body) => new(body, new MediaTypeHeaderValue("application/json"));

    private Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers) => _server.Client.SendAsync(HttpMethod.Post, "/graphql", Json(body), headers);
}
