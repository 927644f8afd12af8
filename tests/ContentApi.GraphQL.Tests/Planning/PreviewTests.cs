using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary><c>preview: true</c> shows an editor what is not public, and is refused to others.</summary>
public sealed class PreviewTests(SampleDatabase database)
{
    [Fact]
    public async Task An_editor_sees_every_status_in_a_preview()
    {
        var data = await database.DataAsync(
            "{ articles(first: 50, preview: true, where: { path: { startsWith: \"/posts/1\" }, kind: { neq: null } }, order: { slug: ASC }) { totalCount nodes { path status kind } } }",
            isEditor: true);

        Assert.Equal(
            """{"totalCount":6,"nodes":[{"path":"/posts/100","status":"DRAFT","kind":"ARTICLE"},{"path":"/posts/105","status":"EXPIRED","kind":"ARTICLE"},{"path":"/posts/101","status":"SCHEDULED","kind":"ARTICLE"},{"path":"/posts/102","status":"EXPIRED","kind":"ARTICLE"},{"path":"/posts/103","status":"PUBLISHED","kind":"PAGE"},{"path":"/posts/104","status":"DRAFT","kind":"ARTICLE"}]}""",
            data["articles"]!.ToJsonString());
    }

    [Fact]
    public async Task What_stands_below_a_preview_is_shown_as_well()
    {
        var data = await database.DataAsync(
            """{ article(by: { path: "/posts/100" }, preview: true) { status categories { path articleCount } tags { slug articles { totalCount nodes { path } } } authors { slug } images { nodes { sourceUrl articles { totalCount } } } } }""",
            isEditor: true);

        var article = data["article"]!;
        Assert.Equal("DRAFT", article["status"]!.GetValue<string>());
        Assert.Equal("""[{"path":"secret","articleCount":2}]""", article["categories"]!.ToJsonString());
        Assert.Equal(5, article["tags"]![0]!["articles"]!["totalCount"]!.GetValue<int>());
        Assert.Equal("ghost", article["authors"]![0]!["slug"]!.GetValue<string>());
        Assert.Equal(5, article["images"]!["nodes"]![0]!["articles"]!["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_author_below_a_preview_is_shown_as_all_articles_do()
    {
        var data = await database.DataAsync(
            """{ articles(preview: true, where: { path: { eq: "/posts/001" } }) { nodes { authors { slug url bio avatar { sourceUrl } } } } authors { nodes { slug bio } } }""",
            isEditor: true);

        Assert.Equal(
            """{"articles":{"nodes":[{"authors":[{"slug":"bo","url":"https://bo.early.example/","bio":"Was early.","avatar":{"sourceUrl":"Early.png"}}]}]},"authors":{"nodes":[{"slug":"ann","bio":"Writes \u0022\u00E9\u0022."},{"slug":"bo","bio":null}]}}""",
            data.ToJsonString());
    }

    [Fact]
    public async Task Mail_addresses_are_shown_to_editors_alone_and_only_as_articles_that_they_see_do()
    {
        const string Query = "{ author(by: { slug: \"ann\" }) { email params } }";
        const string Preview = "{ articles(preview: true, where: { path: { eq: \"/posts/001\" } }) { nodes { authors { email params } } } }";

        Assert.Equal("FORBIDDEN", await database.ErrorCodeAsync(Query));
        Assert.Equal(
            """{"author":{"email":"ann@example.org","params":{"role":"\u0022\u00E9\u0022","links":[1,{"b":null}]}}}""",
            (await database.DataAsync(Query, isEditor: true)).ToJsonString());
        Assert.Equal(
            """{"articles":{"nodes":[{"authors":[{"email":"bo@early.example","params":{"early":1}}]}]}}""",
            (await database.DataAsync(Preview, isEditor: true)).ToJsonString());
    }

    [Fact]
    public async Task A_preview_shows_nothing_to_fields_beside_it()
    {
        var data = await database.DataAsync(
            """{ preview: articles(preview: true) { totalCount } public: articles { totalCount } article(by: { path: "/posts/100" }) { id } site { articleCount } }""",
            isEditor: true);

        Assert.Equal("""{"preview":{"totalCount":29},"public":{"totalCount":24},"article":null,"site":{"articleCount":24}}""", data.ToJsonString());
    }

    [Theory]
    [InlineData("{ articles(preview: true) { totalCount } }", null)]
    [InlineData("{ article(by: { path: \"/posts/000\" }, preview: true) { id } }", null)]
    [InlineData("{ redirect(path: \"/old-draft\", preview: true) { to } }", null)]
    [InlineData("query($p: Boolean) { articles(preview: $p) { totalCount } }", """{"p":true}""")]
    [InlineData("query($p: Boolean = true) { articles(preview: $p) { totalCount } }", null)]
    [InlineData("query($p: Boolean!) { article(by: { path: \"/posts/000\" }, preview: $p) { id } }", """{"p":true}""")]
    [InlineData("{ site { title } ...F } fragment F on Query { x: articles(preview: true) { nodes { id } } }", null)]
    public async Task Only_editors_may_ask_for_a_preview_also_after_one_did(string query, string? variables)
    {
        object? values = variables is null ? null : SampleDatabase.Json(variables);

        Assert.Equal("FORBIDDEN", await database.ErrorCodeAsync(query, values));
        Assert.Null(JsonNode.Parse(await database.RunAsync(query, values, isEditor: true))!["errors"]);
        Assert.Equal("FORBIDDEN", await database.ErrorCodeAsync(query, values));
        Assert.Null(JsonNode.Parse(await database.RunAsync(query, values, isEditor: true))!["errors"]);
    }

    [Theory]
    [InlineData("{ articles(preview: false) { totalCount } }", null)]
    [InlineData("{ articles(preview: null) { totalCount } }", null)]
    [InlineData("query($p: Boolean) { articles(preview: $p) { totalCount } }", """{"p":false}""")]
    [InlineData("query($p: Boolean) { articles(preview: $p) { totalCount } }", """{"p":null}""")]
    [InlineData("query($p: Boolean) { articles(preview: $p) { totalCount } }", "{}")]
    [InlineData("query($p: Boolean!) { articles { totalCount } x: articles(preview: true) @include(if: $p) { totalCount } }", """{"p":false}""")]
    public async Task Without_a_preview_all_callers_see_the_same(string query, string? variables)
    {
        object? values = variables is null ? null : SampleDatabase.Json(variables);

        var body = await database.RunAsync(query, values);

        Assert.Equal("""{"data":{"articles":{"totalCount":24}}}""", body);
        Assert.Equal(body, await database.RunAsync(query, values, isEditor: true));
    }
}
