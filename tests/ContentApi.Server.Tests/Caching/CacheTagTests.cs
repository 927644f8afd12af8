using System.Text;
using System.Text.Json;

namespace ContentApi.Server.Tests.Caching;

/// <summary>What caches in front are told that an answer depends on.</summary>
public sealed class CacheTagTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Id = "QXJ0aWNsZToAAAAAAAAAAAAAAAAAAAAB";

    [Theory]
    [InlineData("{ articles { nodes { title } } }", "article")]
    [InlineData("{ articles { totalCount } }", "article")]
    [InlineData("{ articles { nodes { title tags { name } cover { url } } } }", "article image tag")]
    [InlineData("{ articles { edges { node { categories { name } authors { name } } } } }", "article author category")]
    [InlineData("{ a: article(by: { path: \"/a b/你\" }) { title } }", "article:path:/a%20b/%E4%BD%A0")]
    [InlineData("{ article(by: { path: \"/a\" }) { title tags { name } } }", "tag article:path:/a")]
    [InlineData("{ article(by: { path: \"/a\" }) { title related { article { title } } } }", "article")]
    [InlineData("{ article(by: { path: \"/a\" }) { title } articles { totalCount } }", "article")]
    [InlineData($"{{ article(by: {{ id: \"{Id}\" }}) {{ title }} }}", $"article:id:{Id}")]
    [InlineData($"{{ node(id: \"{Id}\") {{ id }} }}", $"article:id:{Id}")]
    [InlineData($"{{ nodes(ids: [\"{Id}\", \"{Id}\"]) {{ id }} }}", $"article:id:{Id}")]
    [InlineData("{ category(by: { path: \"tech/go\" }) { name } }", "category:path:tech/go")]
    [InlineData("{ tag(by: { slug: \"a,b\" }) { name articles { totalCount } } }", "article tag:slug:a%2Cb")]
    [InlineData("{ site { title } }", "article")]
    [InlineData("{ archive { count } }", "article")]
    [InlineData("{ __typename }", "")]
    [InlineData("{ __schema { types { name } } }", "")]
    public async Task Types_and_objects_that_a_plan_reads_are_named(string query, string expected)
    {
        var response = await CachedSite.GetAsync(server.Server, query);

        Assert.True(response.IsSuccessStatusCode, await CachedSite.TextAsync(response));
        Assert.DoesNotContain("errors", await CachedSite.TextAsync(response), StringComparison.Ordinal);
        Assert.Equal(expected, response.Headers.TryGetValues("Surrogate-Key", out var keys) ? Assert.Single(keys) : "");
        Assert.Equal(expected.Replace(' ', ','), response.Headers.TryGetValues("Cache-Tag", out var tags) ? Assert.Single(tags) : "");
    }

    [Fact]
    public async Task The_value_of_a_variable_is_named()
    {
        const string query = "query($path: String!, $ids: [ID!]!) { article(by: { path: $path }) { title } nodes(ids: $ids) { id } }";
        foreach (var path in new[] { "/a", "/b" })
        {
            var body = JsonSerializer.Serialize(new { query, variables = new { path, ids = new[] { Id } } });
            var response = await server.Client.SendAsync(HttpMethod.Post, "/graphql", new StringContent(body, Encoding.UTF8, "application/json"));
            Assert.Equal($"article:path:{path} article:id:{Id}", CachedSite.Header(response, "Surrogate-Key"));
        }
    }

    [Fact]
    public async Task Too_many_objects_give_way_to_their_types()
    {
        var lookups = Enumerable.Range(0, 50).Select(number => $"a{number}: article(by: {{ path: \"/{new string('p', 40)}{number}\" }}) {{ title }} t{number}: tag(by: {{ slug: \"{number}\" }}) {{ name }}");
        var body = JsonSerializer.Serialize(new { query = $"{{ {string.Join(' ', lookups)} }}" });
        var response = await server.Client.SendAsync(HttpMethod.Post, "/graphql", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal("article tag", CachedSite.Header(response, "Surrogate-Key"));
    }
}
