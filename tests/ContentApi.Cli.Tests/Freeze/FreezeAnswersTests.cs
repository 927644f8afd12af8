using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContentApi.Cli.Serving;
using ContentApi.Server;

namespace ContentApi.Cli.Tests.Freeze;

/// <summary>What freeze writes is what the server answers.</summary>
public sealed class FreezeAnswersTests : IAsyncLifetime
{
    private const string Address = "https://content.example.org";
    private const string ByPath = "query Page($path: String!, $first: Int = 3) { article(by: { path: $path }) { title cover { url } body { html } } articles(first: $first) { totalCount } }";
    private const string Paths = "query ($after: String) { all: articles(first: 50, after: $after) { nodes { path } pageInfo { hasNextPage endCursor } } }";

    private FreezeScene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await FreezeScene.CreateAsync();
        for (var number = 0; number < 120; number++)
            _scene.Article($"{number}.md", $"---\ntitle: \"Nr. {number} <b> & '+' é 平潮 😀\"\ntags: [even{number % 2}, \"Ümläut ü\"]\n---\ntext {number}\n");
        _scene.Article("cover.md", $"---\ntitle: With a picture\ncover: a.png\npermalink: /{string.Join('/', Enumerable.Repeat("a-long-part-of-an-address", 8))}/\n---\n![a](a.png)\n");
        _scene.Article("a.png", "no picture");
        _scene.Article("draft.md", "---\ntitle: Hidden\ndraft: true\n---\nnot yet\n");
        _scene.Article("later.md", "---\ntitle: Later\ndate: 2999-01-02T03:04:05Z\n---\nnot yet\n");
        await _scene.ImportAsync();
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Every_file_has_the_bytes_of_the_answer_at_its_address()
    {
        _scene.Document("home.graphql", "query Home { site { title contentVersion } articles { nodes { title } } }");
        _scene.Document("pages/by-path.graphql", ByPath);
        _scene.Document("pages/by-path.variables.graphql", Paths);
        _scene.Document("search.graphql", "query Search($where: ArticleFilterInput, $first: Int!, $after: String) { articles(where: $where, first: $first, after: $after) { totalCount nodes { title } } }");
        _scene.Document("search.variables.json", """
            [
              { "first": 1, "where": { "title": { "eq": "<b> & '+' \u2028 \u007f \u00e9 \ud83d\ude00 \" \\ \/ \u0001\t" } } , "after" : null },
              { "after": null, "where": { "title": { "eq": "<b> & '+' \u2028 \u007f é 😀 \" \\ / \u0001\t" } }, "first": 1.0 },
              { "first": 2, "after": null },
              { "first": 2 }
            ]
            """);
        _scene.Document("two.graphql", "query Tags { tags { nodes { name } } } query Tag($slug: String!) { tag(by: { slug: $slug }) { name articles { totalCount } } } query Version { site { contentVersion } }");
        _scene.Document("two.variables.graphql", "query All($after: String) { tags(first: 1, after: $after) { nodes { slug } pageInfo { endCursor hasNextPage } } }");
        _scene.Document("introspection.graphql", "query Types { __schema { queryType { name } } }");

        var run = await _scene.FreezeAsync("--public-url", $"{Address}/");

        Assert.True((0, "") == (run.ExitCode, run.Error), run.Output);
        Assert.Matches(@"public: 131 answers of 5 documents in 262 files, [\d,.]+ [kM]B; version 1; [\d.]+ m?s; current until 2999-01-02 03:04:05 UTC, when an article is published or expires\n\z", run.Output);
        Assert.Equal(262, _scene.Files.Count);
        Assert.DoesNotContain("Hidden", string.Concat(_scene.Files.Select(_scene.Read)), StringComparison.Ordinal);
        Assert.Contains(_scene.Files, file => _scene.Read(file).Contains($"{Address}/images/", StringComparison.Ordinal));
        Assert.Contains(_scene.NamedFiles, file => file.Split('/').Length > 4);
        await CompareAsync();
    }

    // The address that this page makes of the same variables in Node.js.
    [Fact]
    public async Task The_address_is_that_which_a_page_makes()
    {
        _scene.Document("a/by.graphql", ByPath);
        _scene.Document("a/by.variables.json", """[{ "first": 10, "path": "/é <+> \u2028" }]""");

        Assert.Equal(0, (await _scene.FreezeAsync()).ExitCode);

        const string File = "Page/eyJwYXRoIjoiL8OpIDwrPiDigKgiLCJmaXJzdCI6MTB9.json";
        Assert.Equal([$"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ByPath)))}/{File}", $"a/by/{File}"], _scene.Files);
    }

    [Fact]
    public async Task Variables_are_for_the_operations_that_declare_them()
    {
        _scene.Document("d.graphql", "query A($slug: String!) { tag(by: { slug: $slug }) { name } } query B($slug: String!, $first: Int!) { tag(by: { slug: $slug }) { name } articles(first: $first) { totalCount } } query C { __typename }");
        _scene.Document("d.variables.json", """[{ "slug": "a" }, { "slug": "a", "first": 1 }, { "slug": "a" }]""");

        var run = await _scene.FreezeAsync("--report", "json");

        Assert.Equal([$"d/A/{Encode("""{"slug":"a"}""")}.json", $"d/B/{Encode("""{"slug":"a","first":1}""")}.json", "d/C.json"], _scene.NamedFiles);
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ["folder", "documents", "answers", "files", "bytes", "contentVersion", "currentUntil", "elapsedMs", "skipped", "findings"], report.EnumerateObject().Select(member => member.Name));
        Assert.Equal((_scene.Target, 3, 6, 1), (report.GetProperty("folder").GetString(), report.GetProperty("answers").GetInt32(), report.GetProperty("files").GetInt32(), report.GetProperty("contentVersion").GetInt32()));
        Assert.Equal("2999-01-02T03:04:05.000Z", report.GetProperty("currentUntil").GetString());
        Assert.Equal(_scene.Files.Sum(file => Encoding.UTF8.GetByteCount(_scene.Read(file))), report.GetProperty("bytes").GetInt32());
    }

    [Fact]
    public async Task An_empty_list_of_variables_has_no_answers_and_a_plain_list_is_one_page()
    {
        _scene.Document("none.graphql", ByPath);
        _scene.Document("none.variables.json", "[]");
        _scene.Document("count.graphql", "query Count($first: Int!) { articles(first: $first) { totalCount } }");
        _scene.Document("count.variables.graphql", "{ archive(by: YEAR) { first: count } }");
        _scene.Article("dated.md", "---\ntitle: Dated\ndate: 2001-02-03T04:05:06Z\n---\n");
        await _scene.ImportAsync();

        var run = await _scene.FreezeAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([$"count/Count/{Encode("""{"first":1}""")}.json"], _scene.NamedFiles);
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private async Task CompareAsync()
    {
        var options = new ServerOptions { ConnectionString = _scene.Database.ConnectionString, Urls = ["http://127.0.0.1:0"], DocumentFolder = _scene.Documents, PublicUrl = Address };
        await using var server = await RunningServer.StartAsync(options, "--urls", TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        foreach (var file in Directory.EnumerateFiles(_scene.Target, "*", SearchOption.AllDirectories))
        {
            var address = $"{server.Addresses[0]}/{string.Join('/', Path.GetRelativePath(_scene.Target, file).Split('/').Select(Uri.EscapeDataString))}";
            using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
            Assert.True(response.IsSuccessStatusCode, address);
            Assert.Equal(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
    }
}
