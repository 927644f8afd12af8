using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>The shape of the answer is the shape of the question (specification, section 6.3).</summary>
public sealed class SelectionTests(SampleDatabase database)
{
    private const string Article = "article(by: { path: \"/posts/001\" })";

    [Theory]
    [InlineData("{ b: site { z: title a: title title } a: __typename }", """{"b":{"z":"A \"blog\"","a":"A \"blog\"","title":"A \"blog\""},"a":"Query"}""")]
    [InlineData("{ site { title } site { defaultLocale title } }", """{"site":{"title":"A \"blog\"","defaultLocale":"zh-Hans"}}""")]
    [InlineData("{ ...A ...A ...B } fragment A on Query { site { title } } fragment B on Query { site { url ...C } ...A } fragment C on Site { timeZone }", """{"site":{"title":"A \"blog\"","url":null,"timeZone":"Asia/Shanghai"}}""")]
    [InlineData("{ ... { site { ... { title } ... on Site { url } } } ... on Query { site { __typename } } }", """{"site":{"title":"A \"blog\"","url":null,"__typename":"Site"}}""")]
    [InlineData("{ site { title @skip(if: true) } }", """{"site":{}}""")]
    [InlineData("{ site @include(if: false) { title } }", "{}")]
    [InlineData("{ site { title @skip(if: false) @include(if: true) url @skip(if: false) @include(if: false) locales @skip(if: true) @include(if: true) } }", """{"site":{"title":"A \"blog\""}}""")]
    [InlineData("{ ...A @skip(if: true) ... @include(if: false) { site { title } } __typename } fragment A on Query { site { url } }", """{"__typename":"Query"}""")]
    [InlineData("{ ...A @skip(if: true) ...A } fragment A on Query { site { title } }", """{"site":{"title":"A \"blog\""}}""")]
    [InlineData("{ site { title } site @skip(if: true) { url } }", """{"site":{"title":"A \"blog\""}}""")]
    public async Task Keys_merge_and_keep_their_order(string query, string data) =>
        Assert.Equal("{\"data\":" + data + "}", await database.RunAsync(query));

    [Theory]
    [InlineData("""{"a":true,"b":false}""", """{"site":{"title":"A \"blog\"","url":null}}""")]
    [InlineData("""{"a":false,"b":false}""", """{"site":{"url":null}}""")]
    [InlineData("""{"a":true,"b":true}""", """{"site":{"title":"A \"blog\""}}""")]
    [InlineData("""{"a":false,"b":true}""", """{"site":{}}""")]
    public async Task Variables_decide_what_is_skipped(string variables, string data) =>
        Assert.Equal("{\"data\":" + data + "}", await database.RunAsync("query($a: Boolean!, $b: Boolean!) { site { title @include(if: $a) ... @skip(if: $b) { url } } }", SampleDatabase.Json(variables)));

    [Fact]
    public async Task Every_object_tells_its_type()
    {
        var data = await database.DataAsync($$$"""
            {
              __typename
              {{{Article}}} { __typename body { __typename } sourceDate { __typename } source { __typename } tableOfContents { __typename } cover { __typename }
                authors { __typename } tags { __typename } categories { __typename } primaryCategory { __typename }
                images { __typename pageInfo { __typename } edges { __typename node { __typename } } nodes { __typename } } }
              articles(first: 1) { __typename pageInfo { __typename } edges { __typename node { __typename } } nodes { __typename } }
              categories(first: 1) { __typename edges { __typename node { __typename } } } tags(first: 1) { __typename edges { __typename node { __typename } } }
              authors(first: 1) { __typename edges { __typename node { __typename } } } images(first: 1) { __typename edges { __typename node { __typename } } }
              categoryTree(maxDepth: 1) { __typename } site { __typename }
            }
            """);

        Assert.Equal(
            """
            {"__typename":"Query","article":{"__typename":"Article","body":{"__typename":"ArticleBody"},"sourceDate":{"__typename":"SourceDate"},"source":{"__typename":"ContentSource"},"tableOfContents":[{"__typename":"TocEntry"},{"__typename":"TocEntry"}],"cover":null,"authors":[{"__typename":"Author"}],"tags":[{"__typename":"Tag"},{"__typename":"Tag"}],"categories":[{"__typename":"Category"}],"primaryCategory":{"__typename":"Category"},"images":{"__typename":"ImagesConnection","pageInfo":{"__typename":"PageInfo"},"edges":[],"nodes":[]}},"articles":{"__typename":"ArticlesConnection","pageInfo":{"__typename":"PageInfo"},"edges":[{"__typename":"ArticlesEdge","node":{"__typename":"Article"}}],"nodes":[{"__typename":"Article"}]},"categories":{"__typename":"CategoriesConnection","edges":[{"__typename":"CategoriesEdge","node":{"__typename":"Category"}}]},"tags":{"__typename":"TagsConnection","edges":[{"__typename":"TagsEdge","node":{"__typename":"Tag"}}]},"authors":{"__typename":"AuthorsConnection","edges":[{"__typename":"AuthorsEdge","node":{"__typename":"Author"}}]},"images":{"__typename":"ImagesConnection","edges":[{"__typename":"ImagesEdge","node":{"__typename":"Image"}}]},"categoryTree":[{"__typename":"Category"},{"__typename":"Category"}],"site":{"__typename":"Site"}}
            """,
            data.ToJsonString());
    }

    [Theory]
    [InlineData("node(id: $id) { __typename id }")]
    [InlineData("node(id: $id) { ... on Node { __typename } ...F ... on Node { id } }")]
    [InlineData("node(id: $id) { ... on Tag { slug } __typename ... on Article { __typename id } ... { id } ...F }")]
    public async Task Fragments_on_the_interface_apply_to_its_types(string field)
    {
        var id = new GraphQL.Schema.GlobalId("Article", SampleContent.Key(6, 3)).ToString();
        var fragment = field.Contains("...F", StringComparison.Ordinal) ? "fragment F on Node { ... on Article { ... on Node { id } } }" : string.Empty;

        var data = await database.DataAsync($"query($id: ID!) {{ {field} }} {fragment}", new { id });

        Assert.Equal($$$"""{"node":{"__typename":"Article","id":"{{{id}}}"}}""", data.ToJsonString());
    }

    [Theory]
    [InlineData(30)]
    [InlineData(99)]
    [InlineData(101)]
    [InlineData(200)]
    public async Task An_object_may_have_more_members_than_a_function_of_the_database_has_arguments(int count)
    {
        var names = Enumerable.Range(0, count).Select(n => $"a{n}").ToList();
        var data = await database.DataAsync($"{{ {Article} {{ {string.Join(' ', names.Select((name, n) => $"{name}: {(n % 2 == 0 ? "wordCount" : "title")}"))} }} }}");

        Assert.Equal(names, data["article"]!.AsObject().Select(member => member.Key));
        Assert.Equal(0, data["article"]!["a0"]!.GetValue<int>());
        Assert.Equal("Title 000 \"é\\", data["article"]!["a1"]!.GetValue<string>());
    }

    [Fact]
    public async Task Long_aliases_stay_apart()
    {
        // PostgreSQL cuts names after 63 bytes.
        var (first, second) = (new string('x', 200) + "1", new string('x', 200) + "2");

        var data = await database.DataAsync($"{{ {first}: {Article} {{ {first}: path {second}: kind {first}0: images {{ {first}: totalCount }} }} {second}: articles(first: 1) {{ {second}: nodes {{ {second}: kind }} }} }}");

        Assert.Equal(
            $$$"""{"{{{first}}}":{"{{{first}}}":"/posts/001","{{{second}}}":"ARTICLE","{{{first}}}0":{"{{{first}}}":0}},"{{{second}}}":{"{{{second}}}":[{"{{{second}}}":"ARTICLE"}]}}""",
            data.ToJsonString());
    }

    [Fact]
    public async Task Empty_lists_are_lists()
    {
        var data = await database.DataAsync($$$"""
            { none: articles(where: { slug: { eq: "none" } }) { totalCount nodes { id } edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }
              nodes(ids: []) { id } life: category(by: { path: "life" }) { ancestors { id } children { nodes { id } totalCount } }
              {{{Article}}} { cover { id } images { nodes { id } totalCount } } }
            """);

        Assert.Equal(
            """{"none":{"totalCount":0,"nodes":[],"edges":[],"pageInfo":{"startCursor":null,"endCursor":null,"hasNextPage":false,"hasPreviousPage":false}},"nodes":[],"life":{"ancestors":[],"children":{"nodes":[],"totalCount":0}},"article":{"cover":null,"images":{"nodes":[],"totalCount":0}}}""",
            data.ToJsonString());
    }

    [Fact]
    public async Task Lists_may_be_nested_as_deep_as_fields_may_be()
    {
        var data = await database.DataAsync($$$"""
            { {{{Article}}} { tags { articles(first: 1) { nodes { authors { articles(last: 1, order: { title: ASC }) { edges { node { categories { ancestors { children { nodes { path } } } } } } } } } } } } }
            """);

        JsonNode first = data["article"]!["tags"]![0]!["articles"]!["nodes"]![0]!;
        Assert.NotNull(first["authors"]![0]!["articles"]!["edges"]![0]!["node"]!["categories"]);
    }

    [Fact]
    public async Task Values_print_as_the_contract_says()
    {
        var data = await database.DataAsync(
            """{ article(by: { path: "/posts/006" }) { publishedAt updatedAt weight title readingTime commentsEnabled sourceDate { raw } body { html } } n: article(by: { path: "/posts/003" }) { publishedAt weight sourceDate { raw timeZone assumedZone } } image(by: { contentHash: "b0" }) { byteSize url } }""");

        Assert.Equal(
            """{"article":{"publishedAt":null,"updatedAt":"2026-05-26T12:00:00.000Z","weight":1.5,"title":"Title 003 \"é\\","readingTime":1.5,"commentsEnabled":true,"sourceDate":null,"body":{"html":"<h1 id=\"h\">H</h1>\n<p>raw 6 é 中文</p>"}},"n":{"publishedAt":"2026-01-02T00:00:00.120Z","weight":0.75,"sourceDate":{"raw":"day 3","timeZone":"Asia/Shanghai","assumedZone":true}},"image":{"byteSize":5000000000,"url":"http://api.example/images/b/b.png"}}""",
            data.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
