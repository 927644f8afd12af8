using System.Net.Http.Headers;
using System.Text.Json;
using ContentApi.Server.Tests.Caching;

namespace ContentApi.Server.Tests.Endpoints;

/// <summary>The status codes of the draft of GraphQL over HTTP, section "Status Codes", beside those that are given without the switch.</summary>
public sealed class DraftStatusTests : IAsyncLifetime
{
    private const string GraphQLResponse = "application/graphql-response+json";

    private CachedSite _site = null!;
    private RunningServer _draft = null!;

    // Document parsing failure, document validation failure with the limits, operation cannot be determined, variable coercion failure, not permitted.
    public static TheoryData<string, string, int> Requests => new()
    {
        { "{ site { title } }", "", 200 },
        { "{", "SYNTAX_ERROR", 400 },
        { "{ nothing }", "VALIDATION_FAILED", 422 },
        { "mutation { nothing }", "VALIDATION_FAILED", 422 },
        { "{ articles(first: 51) { totalCount } }", "PAGE_SIZE_EXCEEDED", 422 },
        { "{ articles(after: \"x\") { totalCount } }", "INVALID_CURSOR", 422 },
        { "query A { __typename } query B { __typename }", "OPERATION_NOT_FOUND", 422 },
        { "fragment F on Query { __typename }", "OPERATION_NOT_FOUND", 422 },
        { "query ($id: ID!) { node(id: $id) { id } }", "INVALID_VARIABLE", 422 },
        { "{ articles(preview: true) { totalCount } }", "FORBIDDEN", 403 },
    };

    public async ValueTask InitializeAsync()
    {
        _site = await CachedSite.CreateAsync("title: One\ndate: 2026-01-01");
        _draft = await _site.StartAnotherAsync(options => options with { DraftStatusCodes = true });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_fault_has_the_status_of_its_kind(string query, string code, int status)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            Assert.Equal((status, code), await AskAsync(_draft, method, query, GraphQLResponse));
            Assert.Equal((200, code), await AskAsync(_draft, method, query, "application/json"));
            Assert.Equal((code == "" ? 200 : 400, code), await AskAsync(_site.Server, method, query, GraphQLResponse));
        }
    }

    [Theory]
    [InlineData("""{"qeury":"{__typename}"}""", "INVALID_REQUEST", 422, 400)]
    [InlineData("""{"query":"{__typename}","variables":[7]}""", "INVALID_REQUEST", 422, 400)]
    [InlineData("NONSENSE", "INVALID_JSON", 400, 400)]
    [InlineData("""{"query":""", "INVALID_JSON", 400, 400)]
    [InlineData("""{"documentId":"none"}""", "DOCUMENT_NOT_FOUND", 422, 400)]
    public async Task A_body_that_is_no_request_cannot_be_processed(string body, string code, int draft, int stable)
    {
        Assert.Equal((draft, code), await ReadAsync(await PostAsync(_draft, body)));
        Assert.Equal((stable, code), await ReadAsync(await PostAsync(_site.Server, body)));
    }

    [Fact]
    public async Task A_document_that_is_not_trusted_is_forbidden()
    {
        var closed = await _site.StartAnotherAsync(options => options with { DraftStatusCodes = true, OnlyTrustedDocuments = true });

        Assert.Equal((403, "DOCUMENT_NOT_TRUSTED"), await AskAsync(closed, HttpMethod.Post, "{ __typename }", GraphQLResponse));
    }

    [Fact]
    public async Task Data_beside_errors_is_a_partial_success()
    {
        await _site.RunAsync("alter table article rename to slow; create view article as select * from slow where pg_sleep(30) is not null");

        Assert.Equal((294, "QUERY_TIMEOUT"), await AskAsync(_draft, HttpMethod.Post, CachedSite.Titles, GraphQLResponse));
    }

    private static async Task<(int Status, string Code)> AskAsync(RunningServer server, HttpMethod method, string query, string accept) => await ReadAsync(method == HttpMethod.Get
        ? await CachedSite.GetAsync(server, query, ("Accept", accept))
        : await PostAsync(server, JsonSerializer.Serialize(new { query }), accept));

    private static Task<HttpResponseMessage> PostAsync(RunningServer server, string body, string accept = GraphQLResponse) =>
        server.Client.SendAsync(HttpMethod.Post, "/graphql", new StringContent(body, new MediaTypeHeaderValue("application/json")), ("Accept", accept));

    private static async Task<(int Status, string Code)> ReadAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await CachedSite.TextAsync(response));
        var code = json.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : json.RootElement.TryGetProperty("code", out var problem) ? problem.GetString() : "";
        return ((int)response.StatusCode, code!);
    }
}
