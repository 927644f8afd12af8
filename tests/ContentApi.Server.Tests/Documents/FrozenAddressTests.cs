using System.Buffers.Text;
using System.Net;
using System.Text;
using ContentApi.Server.Documents;
using ContentApi.TestSupport;
using CsCheck;

namespace ContentApi.Server.Tests.Documents;

/// <summary>Addresses that a file can have, too: those that freeze writes.</summary>
public sealed class FrozenAddressTests : IAsyncLifetime
{
    private const string Count = "query Version { site { contentVersion } }\nquery Count($where: ArticleFilterInput, $first: Int) { articles(where: $where, first: $first) { totalCount } }\n";
    private const string CountAnswer = """{"data":{"articles":{"totalCount":0}}}""";
    private const string VersionAnswer = """{"data":{"site":{"contentVersion":0}}}""";

    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = null!;
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder["deep/count"]);
        await WriteAsync("count.graphql", Count);
        await WriteAsync("deep/count.graphql", $"# another file\n{Count}");
        await WriteAsync("deep/count/Count.graphql", "query Other { site { contentVersion } }");
        await WriteAsync("平潮 1.graphql", $"# one more\n{Count}");
        await WriteAsync("count.variables.graphql", "{ articles { nodes { path } } }");
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _server = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("count")]
    [InlineData("deep/count")]
    [InlineData("平潮 1")]
    [InlineData("#")]
    public async Task A_document_is_asked_by_either_id_as_a_file_is(string name)
    {
        var id = name == "#" ? DocumentHash.Of(Count) : name;

        Assert.Equal(VersionAnswer, await TextAsync($"{id}/Version.json"));
        Assert.Equal(CountAnswer, await TextAsync($"{id}/Count.json"));
        Assert.Equal(CountAnswer, await TextAsync($"{id}/Count/{Encode("""{"where":{"title":{"eq":"a"}},"first":1}""")}.json"));
        Assert.Equal(CountAnswer, await TextAsync($"{id}/Count/{Encode(""" { "first" : 1, "where": { "title": { "eq": "a" } } } """)}.json"));
    }

    [Fact]
    public async Task Long_variables_have_several_parts()
    {
        var address = FrozenAddress.Of("deep/count", "Count", """{"where":{"title":{"eq":"LONG"}}}""".Replace("LONG", new string('é', 300), StringComparison.Ordinal));

        Assert.Equal(["deep", "count", "Count"], address.Split('/')[..3]);
        Assert.All(address.Split('/'), part => Assert.InRange(part.Length, 1, FrozenAddress.LongestPart + FrozenAddress.Extension.Length));
        Assert.InRange(address.Split('/').Length, 6, 20);
        Assert.Equal(CountAnswer, await TextAsync(address));
    }

    [Fact]
    public void An_address_is_read_as_it_was_made()
    {
        var documents = TrustedDocuments.Read(_folder.Path);
        Gen.Select(Gen.String, Gen.Int[0, 900]).Sample((text, length) =>
        {
            var json = $"{text}{new string('x', length)}";

            var read = FrozenAddress.Read(FrozenAddress.Of("deep/count", "Count", json.Length == 0 ? null : json), documents)!;

            Assert.Equal(("deep/count", "Count"), (read.DocumentId, read.OperationName));
            Assert.Equal(json.Length == 0 ? null : Encode(json), read.Variables);
        });
    }

    // The document deep/count has an operation Count, and in a folder of that name lies another one.
    [Fact]
    public async Task Where_names_are_alike_the_operation_decides()
    {
        Assert.Equal(VersionAnswer, await TextAsync("deep/count/Count/Other.json"));
        Assert.Equal(CountAnswer, await TextAsync($"deep/count/Count/{Encode("""{"first":1}""")}.json"));
    }

    [Fact]
    public async Task It_is_cached_and_validated_and_given_to_pages_like_every_answer()
    {
        var address = $"/graphql/persisted/deep/count/Count/{Encode("""{"first":1}""")}.json";
        var response = await _server.Client.SendAsync(HttpMethod.Get, address, ("Origin", "https://example.org"));

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.Public);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.NotModified, (await _server.Client.SendAsync(HttpMethod.Get, address, ("If-None-Match", response.Headers.ETag!.Tag))).StatusCode);
        var head = await _server.Client.SendAsync(HttpMethod.Head, address);
        Assert.Equal((HttpStatusCode.OK, CountAnswer.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal("application/graphql-response+json", (await _server.Client.SendAsync(HttpMethod.Get, address, ("Accept", "application/graphql-response+json"))).Content.Headers.ContentType!.MediaType);
        await (await _server.Client.SendAsync(HttpMethod.Post, address)).ExpectProblemAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
    }

    [Theory]
    [InlineData("count/Count/!!.json", "INVALID_REQUEST", "base64url")]
    [InlineData("count/Count/e30=x.json", "INVALID_REQUEST", "base64url")]
    [InlineData("count/Count/ew.json", "INVALID_JSON", "JSON")]
    [InlineData("count/Count/.json", "INVALID_JSON", "JSON")]
    [InlineData("count/Count/_w.json", "INVALID_JSON", "UTF-8")]
    [InlineData("count/Count/W10.json", "INVALID_REQUEST", "object or null")]
    [InlineData("count/Count.json?variables={}", "INVALID_REQUEST", "path")]
    public async Task Variables_that_are_none_are_a_bad_request(string address, string code, string what) =>
        Assert.Contains(what, await (await SendAsync(address)).ExpectProblemAsync(HttpStatusCode.BadRequest, code), StringComparison.Ordinal);

    [Theory]
    [InlineData("count/Nothing.json", "OPERATION_NOT_FOUND")]
    [InlineData("deep/count/Nothing.json", "OPERATION_NOT_FOUND")]
    [InlineData("nothing/Count.json", "DOCUMENT_NOT_FOUND")]
    [InlineData("nothing/at/all/Count.json", "DOCUMENT_NOT_FOUND")]
    [InlineData("count.variables/Count.json", "DOCUMENT_NOT_FOUND")]
    [InlineData("count/Count/eyJmaXJzdCI6Im9uZSJ9.json", "INVALID_VARIABLE")]
    public async Task What_is_not_there_is_told_as_at_the_other_addresses(string address, string code) =>
        Assert.Contains($"\"code\":\"{code}\"", await TextAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("deep/count/Count")]
    [InlineData("deep/count/Count/e30.txt")]
    public async Task Another_address_is_none(string address) => await (await SendAsync(address)).ExpectProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(_folder[name], text, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> SendAsync(string address) => _server.Client.SendAsync(HttpMethod.Get, $"/graphql/persisted/{address}");

    private async Task<string> TextAsync(string address) => await (await SendAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private Task<RunningServer> StartAsync() => RunningServer.StartAsync(_database.ConnectionString, options => options with { DocumentFolder = _folder.Path });
}
