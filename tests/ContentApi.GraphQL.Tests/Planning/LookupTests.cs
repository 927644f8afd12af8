using System.Text.Json.Nodes;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Fields that find one object by one of several keys.</summary>
public sealed class LookupTests(SampleDatabase database)
{
    [Theory]
    [InlineData("path: \"/posts/003\"", "/posts/003")]
    [InlineData("path: \"/posts/003/\"", "/posts/003")]
    [InlineData("path: \"posts/003\"", "/posts/003")]
    [InlineData("path: \"/Posts/003\"", null)]
    [InlineData("path: \"\"", null)]
    [InlineData("sourcePath: \"_posts/003.md\"", "/posts/003")]
    [InlineData("sourcePath: \"/posts/003\"", null)]
    [InlineData("slug: { slug: \"s3\" }", "/posts/008")]
    [InlineData("slug: { slug: \"s3\", locale: \"en\" }", "/posts/003")]
    [InlineData("slug: { slug: \"s3\", locale: \"fr\" }", null)]
    [InlineData("slug: { slug: \"s3\", locale: \"EN\" }", "/posts/003")]
    [InlineData("slug: { slug: \"s3\", locale: \"zh_hans\" }", "/posts/008")]
    [InlineData("slug: { slug: \"s3\", locale: \"zh\" }", null)]
    [InlineData("path: \"/\\uFFFE\"", null)]
    [InlineData("slug: { slug: \"S3\" }", null)]
    [InlineData("path: \"/posts/103\"", "/posts/103")]
    public async Task An_article_is_found_by_each_key(string key, string? path)
    {
        var data = await database.DataAsync($"{{ article(by: {{ {key} }}) {{ path }} }}");

        Assert.Equal(path, data["article"]?["path"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("category(by: { path: \"新闻/tech\" })", "tech")]
    [InlineData("category(by: { path: \"/新闻/tech/\" })", "tech")]
    [InlineData("category(by: { path: \"tech\" })", null)]
    [InlineData("author(by: { slug: \"bo\" })", "bo")]
    [InlineData("author(by: { slug: \"tea\" })", null)]
    [InlineData("tag(by: { slug: \"c-sharp\" })", "c-sharp")]
    [InlineData("tag(by: { slug: \"C-SHARP\" })", null)]
    public async Task Others_are_found_by_their_keys(string field, string? slug)
    {
        var data = await database.DataAsync($"{{ found: {field} {{ slug }} }}");

        Assert.Equal(slug, data["found"]?["slug"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("url: \"http://api.example/images/b/b.png\"", "b.png")]
    [InlineData("url: \"https://img.example/a.png\"", "https://img.example/a.png")]
    [InlineData("url: \"http://other.example/images/b/b.png\"", null)]
    [InlineData("contentHash: \"b0\"", "b.png")]
    [InlineData("contentHash: \"00\"", null)]
    public async Task An_image_is_found_at_the_address_that_it_is_given_with(string key, string? sourceUrl)
    {
        var data = await database.DataAsync($"{{ image(by: {{ {key} }}) {{ sourceUrl url }} }}");

        Assert.Equal(sourceUrl, data["image"]?["sourceUrl"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Article", 6, 5)]
    [InlineData("Article", 6, 103)]
    [InlineData("Category", 2, 2)]
    [InlineData("Author", 4, 0)]
    [InlineData("Tag", 3, 2)]
    [InlineData("Image", 5, 1)]
    public async Task An_object_is_found_again_by_its_id_and_only_as_what_it_is(string type, int kind, int n)
    {
        var id = new GlobalId(type, SampleContent.Key(kind, n)).ToString();
        var fields = string.Join(' ', new[] { "article", "category", "author", "tag", "image" }.Select(field => $"{field}(by: {{ id: $id }}) {{ __typename id }}"));

        var data = await database.DataAsync($"query($id: ID!) {{ node(id: $id) {{ __typename id }} {fields} }}", new { id });

        Assert.Equal((type, id), (data["node"]!["__typename"]!.GetValue<string>(), data["node"]!["id"]!.GetValue<string>()));
        foreach (var (field, value) in data.AsObject().Where(field => field.Key != "node"))
        {
            Assert.Equal(string.Equals(field, type, StringComparison.OrdinalIgnoreCase) ? id : null, value?["id"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("QXJ0aWNsZQ==")]
    [InlineData("QXJ0aWNsZTo=")]
    [InlineData("U2l0ZToAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("OgAAAAYAAAAAAAAAAAAAAAE=")]
    [InlineData("QXJ0aWNsZToAAAAGAAAAAAAAAAAAAP8=")]
    [InlineData("😀😀😀😀")]
    public async Task What_is_no_id_finds_nothing(string id)
    {
        var data = await database.DataAsync("query($id: ID!) { node(id: $id) { id } nodes(ids: [$id, $id]) { id } article(by: { id: $id }) { id } categoryTree(root: $id) { id } }", new { id });

        Assert.Equal("""{"node":null,"nodes":[null,null],"article":null,"categoryTree":[]}""", data.ToJsonString());
    }

    [Fact]
    public async Task Nodes_keep_their_order_and_repeat()
    {
        string[] ids = [Id("Tag", 3, 0), "x", Id("Article", 6, 2), Id("Tag", 3, 0), Id("Article", 6, 100), Id("Image", 5, 1)];

        var data = await database.DataAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Article { path } ... on Tag { slug } ... on Node { id } } }",
            new { ids });

        Assert.Equal(
            $$"""[{"__typename":"Tag","slug":"c-sharp","id":"{{ids[0]}}"},null,{"__typename":"Article","path":"/posts/002","id":"{{ids[2]}}"},{"__typename":"Tag","slug":"c-sharp","id":"{{ids[0]}}"},null,{"__typename":"Image","id":"{{ids[5]}}"}]""",
            data["nodes"]!.ToJsonString());

        static string Id(string type, int kind, int n) => new GlobalId(type, SampleContent.Key(kind, n)).ToString();
    }

    [Theory]
    [InlineData("categoryTree { path }", "life 新闻 新闻/tech 新闻/tech/ai")]
    [InlineData("categoryTree(maxDepth: 1) { path }", "life 新闻")]
    [InlineData("categoryTree(root: \"{0}\") { path }", "新闻/tech 新闻/tech/ai")]
    [InlineData("categoryTree(root: \"{0}\", maxDepth: 1) { path }", "新闻/tech")]
    [InlineData("categoryTree(root: null, maxDepth: null) { path }", "life 新闻 新闻/tech 新闻/tech/ai")]
    public async Task The_tree_lists_every_parent_before_its_descendants(string field, string paths)
    {
        var root = new GlobalId("Category", SampleContent.Key(2, 1)).ToString();

        var data = await database.DataAsync($"{{ {field.Replace("{0}", root, StringComparison.Ordinal)} }}");

        Assert.Equal(paths, string.Join(' ', data["categoryTree"]!.AsArray().Select(node => node!["path"]!.GetValue<string>())));
    }

    [Fact]
    public async Task A_category_knows_its_place_in_the_tree()
    {
        var data = await database.DataAsync(
            "{ category(by: { path: \"新闻/tech\" }) { depth parentId parent { id path parent { path parent { path } } } ancestors { path } children { nodes { path } totalCount } } }");

        var category = data["category"]!;
        Assert.Equal(category["parent"]!["id"]!.ToJsonString(), category["parentId"]!.ToJsonString());
        category["parent"]!.AsObject().Remove("id");
        category.AsObject().Remove("parentId");
        Assert.Equal(
            """{"depth":1,"parent":{"path":"新闻","parent":null},"ancestors":[{"path":"新闻"}],"children":{"nodes":[{"path":"新闻/tech/ai"}],"totalCount":1}}""",
            category.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData(1, "…")]
    [InlineData(4, "The…")]
    [InlineData(10, "The…")]
    [InlineData(13, "The excerpt…")]
    [InlineData(14, "The excerpt…")]
    [InlineData(15, "The excerpt of…")]
    [InlineData(51, "The excerpt of article 1, which says what is in it.")]
    [InlineData(50, "The excerpt of article 1, which says what is in…")]
    [InlineData(10000, "The excerpt of article 1, which says what is in it.")]
    public async Task An_excerpt_is_cut_at_a_word(int maxLength, string expected)
    {
        var data = await database.DataAsync("query($n: Int) { article(by: { path: \"/posts/001\" }) { excerpt(maxLength: $n) } }", new { n = maxLength });

        Assert.Equal(expected, data["article"]!["excerpt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("params", """{"z":3,"a":{"b":[1,2]}}""")]
    [InlineData("params(keys: null)", """{"z":3,"a":{"b":[1,2]}}""")]
    [InlineData("params(keys: [])", "{}")]
    [InlineData("params(keys: \"a\")", """{"a":{"b":[1,2]}}""")]
    [InlineData("params(keys: [\"a\", \"none\", \"z\", \"a\"])", """{"z":3,"a":{"b":[1,2]}}""")]
    [InlineData("params(keys: [\"b\", \"A\"])", "{}")]
    public async Task Params_keep_the_order_of_the_file_and_are_narrowed_by_keys(string field, string expected)
    {
        var data = await database.DataAsync($"{{ article(by: {{ path: \"/posts/003\" }}) {{ found: {field} }} }}");

        Assert.Equal(expected, data["article"]!["found"]!.ToJsonString());
    }

    [Theory]
    [InlineData(1, "h")]
    [InlineData(3, "h i")]
    [InlineData(4, "h i j")]
    public async Task Headings_are_listed_down_to_a_level(int maxDepth, string ids)
    {
        JsonNode data = await database.DataAsync("query($n: Int) { article(by: { path: \"/posts/001\" }) { tableOfContents(maxDepth: $n) { id text level } } }", new { n = maxDepth });

        Assert.Equal(ids, string.Join(' ', data["article"]!["tableOfContents"]!.AsArray().Select(entry => entry!["id"]!.GetValue<string>())));
    }
}
