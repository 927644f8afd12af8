using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContentApi.TestSupport;

namespace ContentApi.Server.Tests.Documents;

/// <summary>Documents that are named instead of sent.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private const string Version = "{ site { contentVersion } }";
    private const string Answer = """{"data":{"site":{"contentVersion":0}}}""";
    private const string Two = "query Version { site { contentVersion } }\nquery Count($where: ArticleFilterInput) { articles(where: $where) { totalCount } }\n";

    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = null!;
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder["documents/deep"]);
        await File.WriteAllTextAsync(_folder["documents/version.graphql"], Version, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["documents/deep/two.graphql"], Two, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["documents/notes.txt"], "{ nothing }", TestContext.Current.CancellationToken);
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _server = await StartAsync(onlyTrusted: false);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_document_that_was_sent_once_is_found_by_its_hash()
    {
        const string query = "query Registered { site { contentVersion } }";
        var extensions = Persisted(Hash(query));
        const string notFound = """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";

        foreach (var refused in new[] { await GetAsync($"extensions={Uri.EscapeDataString(extensions)}"), await PostAsync($$"""{"extensions":{{extensions}}}""") })
        {
            Assert.Equal((HttpStatusCode.OK, notFound), (refused.StatusCode, await TextAsync(refused)));
            Assert.True(refused.Headers.CacheControl!.NoStore);
        }

        Assert.Equal(Answer, await TextAsync(await PostAsync($$"""{"query":"{{query}}","extensions":{{extensions}}}""")));
        Assert.Equal(Answer, await TextAsync(await PostAsync($$"""{"query":null,"extensions":{{extensions}}}""")));
        var found = await GetAsync($"extensions={Uri.EscapeDataString(extensions)}");
        Assert.Equal(Answer, await TextAsync(found));
        Assert.True(found.Headers.CacheControl!.Public);
        Assert.NotNull(found.Headers.ETag);
    }

    [Fact]
    public async Task A_document_is_registered_by_GET_too()
    {
        const string query = "query ByGet { site { contentVersion } }";
        var extensions = Uri.EscapeDataString(Persisted(Hash(query).ToUpperInvariant()));

        Assert.Equal(Answer, await TextAsync(await GetAsync($"query={Uri.EscapeDataString(query)}&extensions={extensions}")));
        Assert.Equal(Answer, await TextAsync(await GetAsync($"extensions={extensions}")));
    }

    [Fact]
    public async Task A_document_with_the_hash_of_another_is_refused_and_not_kept()
    {
        var extensions = Persisted(Hash("query Other { site { contentVersion } }"));

        var refused = await PostAsync($$"""{"query":"{ site { title } }","extensions":{{extensions}}}""");
        Assert.Equal("PERSISTED_QUERY_MISMATCH", await CodeAsync(refused));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await CodeAsync(await PostAsync($$"""{"extensions":{{extensions}}}""")));
    }

    [Theory]
    [InlineData("""{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}""", "version")]
    [InlineData("""{"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}""", "version")]
    [InlineData("""{"version":1}""", "sha256Hash")]
    [InlineData("""{"version":1,"sha256Hash":"abc"}""", "sha256Hash")]
    [InlineData("""{"version":1,"sha256Hash":5}""", "sha256Hash")]
    [InlineData("1", "version")]
    public async Task A_reference_that_is_none_is_refused(string persisted, string what)
    {
        var refused = await PostAsync($"{{\"query\":\"{{ __typename }}\",\"extensions\":{{\"persistedQuery\":{persisted}}}}}");

        Assert.Contains(what, await refused.ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_document_is_found_by_its_hash_and_by_its_name()
    {
        foreach (var id in new[] { $"sha256:{Hash(Version)}", Hash(Version), "version" })
        {
            Assert.Equal(Answer, await TextAsync(await PostAsync($$"""{"documentId":"{{id}}"}""")));
            Assert.Equal(Answer, await TextAsync(await PostAsync($$"""{"id":"{{id}}","query":null}""")));
            Assert.Equal(Answer, await TextAsync(await GetAsync($"documentId={id}")));
            Assert.Equal(Answer, await TextAsync(await GetAsync($"id={id}&query=")));
            Assert.Equal(Answer, await TextAsync(await SendAsync($"/graphql/persisted/{id}")));
        }

        Assert.Equal(Answer, await TextAsync(await PostAsync($$"""{"extensions":{{Persisted(Hash(Version))}}}""")));
    }

    [Fact]
    public async Task An_address_names_the_document_the_operation_and_the_variables()
    {
        var id = $"sha256:{Hash(Two)}";
        var variables = Uri.EscapeDataString("""{"where":{"title":{"eq":"a"}}}""");

        var response = await SendAsync($"/graphql/persisted/{id}/Count?variables={variables}");
        Assert.Equal("""{"data":{"articles":{"totalCount":0}}}""", await TextAsync(response));
        var unchanged = await _server.Client.SendAsync(HttpMethod.Get, $"/graphql/persisted/{id}/Count?variables={variables}", ("If-None-Match", response.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(Answer, await TextAsync(await SendAsync($"/graphql/persisted/{id}/Version")));
        Assert.Equal("OPERATION_NOT_FOUND", await CodeAsync(await SendAsync($"/graphql/persisted/{id}")));
        Assert.Equal("DOCUMENT_NOT_FOUND", await CodeAsync(await SendAsync("/graphql/persisted/notes")));
        await (await _server.Client.SendAsync(HttpMethod.Post, $"/graphql/persisted/{id}")).ExpectProblemAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
    }

    [Theory]
    [InlineData("""{"documentId":"version","query":"{ __typename }"}""")]
    [InlineData("""{"documentId":"version","extensions":{"persistedQuery":{"version":1,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}}""")]
    [InlineData("""{"documentId":5}""")]
    [InlineData("""{"id":5}""")]
    public async Task Two_documents_in_one_request_are_refused(string body) =>
        await (await PostAsync(body)).ExpectProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST");

    // Some clients give every request an id of their own.
    [Fact]
    public async Task Beside_a_document_an_id_is_one_of_the_keys_that_are_not_known() =>
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await TextAsync(await PostAsync("""{"id":5,"query":"{ __typename }"}""")));

    [Fact]
    public async Task A_server_can_be_told_to_answer_trusted_documents_only()
    {
        await using var server = await StartAsync(onlyTrusted: true);
        const string other = "{ site { title } }";

        Assert.Equal("DOCUMENT_NOT_TRUSTED", await CodeAsync(await PostAsync($$"""{"query":"{{other}}"}""", server)));
        Assert.Equal("DOCUMENT_NOT_TRUSTED", await CodeAsync(await PostAsync($$"""{"query":"{{other}}","extensions":{{Persisted(Hash(other))}}}""", server)));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await CodeAsync(await PostAsync($$"""{"extensions":{{Persisted(Hash(other))}}}""", server)));
        Assert.Equal(Answer, await TextAsync(await PostAsync("""{"documentId":"version"}""", server)));
        Assert.Equal(Answer, await TextAsync(await PostAsync($$"""{"query":"{{Version}}"}""", server)));
        Assert.Equal(Answer, await TextAsync(await PostAsync($$"""{"extensions":{{Persisted(Hash(Version))}}}""", server)));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_no_text_is_told_at_the_start()
    {
        var options = new ServerOptions { ConnectionString = _database.ConnectionString, Urls = ["http://127.0.0.1:0"], DocumentFolder = _folder["nowhere"] };
        Assert.Contains("nowhere", Assert.Throws<ArgumentException>(() => ServerApp.Build(options)).Message, StringComparison.Ordinal);

        File.WriteAllBytes(_folder["documents/broken.graphql"], [0xFF, 0xFE, 0x00]);
        Assert.Contains("broken.graphql", Assert.Throws<ArgumentException>(() => ServerApp.Build(options with { DocumentFolder = _folder["documents"] })).Message, StringComparison.Ordinal);
    }

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static string Persisted(string hash) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await TextAsync(response));
        return body.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    private Task<HttpResponseMessage> GetAsync(string query) => SendAsync($"/graphql?{query}");

    private Task<HttpResponseMessage> SendAsync(string address) => _server.Client.SendAsync(HttpMethod.Get, address);

    private Task<HttpResponseMessage> PostAsync(string body, RunningServer? server = null) =>
        (server ?? _server).Client.SendAsync(HttpMethod.Post, "/graphql", new StringContent(body, Encoding.UTF8, "application/json"));

    private Task<RunningServer> StartAsync(bool onlyTrusted) =>
        RunningServer.StartAsync(_database.ConnectionString, options => options with { DocumentFolder = _folder["documents"], OnlyTrustedDocuments = onlyTrusted });
}
