using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Execution;

/// <summary>Requests share plans; every one is answered for its own variables.</summary>
public sealed class PlanReuseTests(SampleDatabase database)
{
    // A query, and variables of several requests for it, one JSON object each.
    public static TheoryData<string, string[]> Requests => new()
    {
        {
            "query($t: String) { articles(where: { title: { startsWith: $t } }) { totalCount nodes { path } } }",
            ["""{"t":"Title 000"}""", """{"t":"Title 001"}""", "{}", """{"t":""}"""]
        },
        {
            "query($w: ArticleFilterInput) { articles(where: $w) { totalCount nodes { path kind } } }",
            [
                """{"w":{"slug":{"in":["s1"]}}}""", """{"w":{"slug":{"in":["s1","s2","s3"]}}}""", """{"w":{"slug":{"in":[]}}}""", """{"w":{"slug":{"in":[null]}}}""",
                """{"w":{"slug":{"eq":"s1"}}}""", """{"w":{"slug":{"neq":"s1"}}}""", """{"w":{"updatedAt":{"eq":null}}}""", """{"w":{"updatedAt":{"neq":null}}}""",
                """{"w":{"kind":{"in":["PAGE"]}}}""", """{"w":{"kind":{"in":["PAGE","ARTICLE"]}}}""", """{"w":{"or":[]}}""", """{"w":{"or":[{"slug":{"eq":"s1"}}]}}""",
                """{"w":{"or":[{"slug":{"eq":"s1"}},{"slug":{"eq":"s2"}}]}}""", """{"w":{"not":{"kind":{"eq":"PAGE"}}}}""", """{"w":{}}""", """{"w":null}""", "{}",
                """{"w":{"wordCount":{"gt":20}}}""", """{"w":{"wordCount":{"gt":40}}}""", """{"w":{"wordCount":{"lt":20}}}""",
            ]
        },
        {
            "query($n: Int, $c: Int) { articles(first: $n, where: { wordCount: { gte: $c } }) { nodes { path } } }",
            ["""{"n":1,"c":0}""", """{"n":2,"c":0}""", """{"n":2,"c":30}""", """{"n":null,"c":30}""", """{"c":50}""", """{"n":0}"""]
        },
        {
            "query($n: Int) { articles(first: $n, where: { wordCount: { gte: $n } }) { nodes { path } } }",
            ["""{"n":1}""", """{"n":10}""", """{"n":20}"""]
        },
        {
            "query($o: [ArticleSortInput!]) { articles(order: $o) { nodes { path } } }",
            [
                """{"o":[{"title":"ASC"}]}""", """{"o":[{"title":"DESC"}]}""", """{"o":[{"title":"ASC"},{"slug":"DESC"}]}""", """{"o":[{"slug":"DESC"},{"title":"ASC"}]}""",
                """{"o":{"weight":"ASC"}}""", """{"o":{"weight":null}}""", """{"o":[]}""", """{"o":null}""", "{}",
            ]
        },
        {
            "query($d: SortEnumType) { articles(order: { wordCount: $d }) { nodes { path } } }",
            ["""{"d":"ASC"}""", """{"d":"DESC"}""", """{"d":null}""", "{}"]
        },
        {
            "query($by: ArticleByInput!) { article(by: $by) { path locale } }",
            ["""{"by":{"path":"/posts/001"}}""", """{"by":{"path":"/posts/002/"}}""", """{"by":{"sourcePath":"_posts/003.md"}}""", """{"by":{"slug":{"slug":"s1"}}}""", """{"by":{"slug":{"slug":"s1","locale":"en"}}}""", """{"by":{"slug":{"slug":"s1","locale":null}}}"""]
        },
        {
            "query($a: Boolean!, $b: Boolean = false) { site { title @include(if: $a) url @skip(if: $b) locales @include(if: $a) @skip(if: $b) } }",
            ["""{"a":true}""", """{"a":false}""", """{"a":true,"b":true}""", """{"a":false,"b":true}"""]
        },
        {
            "query($k: [String!]) { article(by: { path: \"/posts/001\" }) { params(keys: $k) } }",
            ["""{"k":["a"]}""", """{"k":["z","a"]}""", """{"k":[]}""", """{"k":null}""", "{}", """{"k":"z"}"""]
        },
        {
            "query($r: [ImageRole!]) { article(by: { path: \"/posts/000\" }) { images(roles: $r) { totalCount edges { roles } } } }",
            ["""{"r":["COVER"]}""", """{"r":["INLINE"]}""", """{"r":["COVER","INLINE"]}""", """{"r":[]}""", """{"r":null}""", "{}"]
        },
        {
            "query($all: Boolean, $m: Int, $d: Int) { categoryTree(maxDepth: $d) { path articleCount(includeDescendants: $all) } article(by: { path: \"/posts/001\" }) { excerpt(maxLength: $m) tableOfContents(maxDepth: $m) { id } } }",
            ["""{"all":true,"m":1}""", """{"all":false,"m":6,"d":1}""", """{"d":2,"m":3}"""]
        },
        {
            "query($t: DateTime) { articles(where: { publishedAt: { gt: $t } }) { totalCount } }",
            ["""{"t":"2026-01-02T00:00:00Z"}""", """{"t":"2026-01-04T00:00:00Z"}""", "{}"]
        },
    };

    public static TheoryData<string, string[]> RequestsOfRelations => new()
    {
        {
            "query($w: ArticleFilterInput, $o: [ArticleSortInput!]) { articles(where: $w, order: $o) { totalCount nodes { path } } }",
            [
                """{"w":{"tags":{"some":{"slug":{"eq":"tea"}}}}}""", """{"w":{"tags":{"some":{"slug":{"eq":"walks"}}}}}""", """{"w":{"tags":{"some":{"slug":{"eq":null}}}}}""", """{"w":{"tags":{"some":{"slug":{"in":["tea","walks"]}}}}}""",
                """{"w":{"tags":{"some":{"slug":{"eq":"tea"}}}},"o":[{"title":"ASC"}]}""", """{"w":{"tags":{"some":null,"any":true}}}""", """{"w":{"tags":{"any":false}}}""", """{"w":{"and":[{"categories":{"some":{"under":"新闻"}}}]}}""",
                """{"w":{"and":[{"categories":{"some":{"under":"life"}}}]}}""", """{"w":{"categories":{"some":{"under":null}}}}""", """{"w":{"cover":{"mimeType":{"neq":"image/png"}}}}""", """{"w":{"cover":{"mimeType":{"neq":null}}}}""",
                """{"w":{"params":{"contains":{"z":3}}}}""", """{"w":{"params":{"contains":{"z":4}}}}""", """{"w":{"params":{"pathEq":{"path":["z"],"value":5}}}}""",
                """{"w":{"params":{"pathEq":{"path":["a","b","1"],"value":2}}}}""", """{"o":[{"primaryCategory":{"name":"DESC"}}]}""", """{"o":[{"primaryCategory":{"name":"ASC","path":null}}]}""", """{"o":[{"primaryCategory":null}]}""",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    [MemberData(nameof(RequestsOfRelations))]
    public async Task A_warm_executor_answers_like_a_cold_one(string query, string[] variables)
    {
        using var warm = database.NewExecutor();
        foreach (var json in variables.Concat(variables.Reverse()))
        {
            using var cold = database.NewExecutor();
            var value = SampleDatabase.Json(json);

            var expected = await SampleDatabase.RunAsync(cold, query, value);

            Assert.StartsWith("{\"data\":", expected, StringComparison.Ordinal);
            Assert.Equal(expected, await SampleDatabase.RunAsync(warm, query, value));
        }
    }

    [Fact]
    public async Task Ids_of_other_types_and_numbers_share_a_plan()
    {
        const string Query = "query($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id } nodes(ids: $ids) { __typename id } }";
        string[] ids = [Id("Article", 6, 1), Id("Category", 2, 1), Id("Tag", 3, 0), Id("Author", 4, 0), Id("Image", 5, 0), "nothing"];
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
        {
            var data = await database.DataAsync(Query, new { id, ids = ids[index..] });

            Assert.Equal(id == "nothing" ? null : id, data["node"]?["id"]?.GetValue<string>());
            Assert.Equal(ids[index..], data["nodes"]!.AsArray().Select(node => node?["id"]!.GetValue<string>() ?? "nothing"));
        }

        static string Id(string type, int kind, int n) => new GraphQL.Schema.GlobalId(type, SampleContent.Key(kind, n)).ToString();
    }

    [Theory]
    [InlineData("query($v: String, $c: String) { articles(first: 1, after: $c, where: { path: { contains: $v } }) { pageInfo { endCursor } } }")]
    [InlineData("query($v: String, $c: String) { articles(first: 1, after: $c, where: { and: [{ not: { path: { in: [$v] } } }] }) { pageInfo { endCursor } } }")]
    [InlineData("query($v: String, $c: String) { articles(first: 1, after: $c, where: { or: [{ path: { neq: $v } }, { slug: { eq: $v } }] }) { pageInfo { endCursor } } }")]
    public async Task A_cursor_belongs_to_the_values_of_its_own_request(string query)
    {
        using var warm = database.NewExecutor();
        await SampleDatabase.RunAsync(warm, query, new { v = "x", c = (string?)null });

        var cursor = Cursor(await SampleDatabase.RunAsync(warm, query, new { v = "0", c = (string?)null }));

        Assert.NotNull(Cursor(await SampleDatabase.RunAsync(warm, query, new { v = "0", c = cursor })));
        Assert.Contains("INVALID_CURSOR", await SampleDatabase.RunAsync(warm, query, new { v = "1", c = cursor }), StringComparison.Ordinal);

        using var cold = database.NewExecutor();
        Assert.NotNull(Cursor(await SampleDatabase.RunAsync(cold, query, new { v = "0", c = cursor })));

        static string? Cursor(string body) => JsonNode.Parse(body)!["data"]?["articles"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
    }

    [Fact]
    public async Task Sixteen_callers_at_once_get_their_own_answers()
    {
        const string Query = "query($p: String!, $n: Int, $s: String) { article(by: { path: $p }) { path } articles(first: $n, where: { slug: { eq: $s } }) { nodes { slug } } }";
        using var executor = database.NewExecutor();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < 25; round++)
            {
                var (n, size, slug) = ((caller + round) % 24, 1 + (round % 3), $"s{caller % 5}");
                var body = await SampleDatabase.RunAsync(executor, Query, new { p = $"/posts/{n:000}", n = size, s = slug });

                var data = JsonNode.Parse(body)!["data"]!;
                Assert.Equal($"/posts/{n:000}", data["article"]!["path"]!.GetValue<string>());
                Assert.Equal(Enumerable.Repeat(slug, size), data["articles"]!["nodes"]!.AsArray().Select(node => node!["slug"]!.GetValue<string>()));
            }
        })));
    }
}
