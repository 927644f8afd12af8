using System.Text.Json.Nodes;
using ContentApi.GraphQL.Tests.Reference;
using CsCheck;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Filters give what the contract says (C4), also where values are missing.</summary>
public sealed class FilterTests(SampleDatabase database, RandomDatabase random)
{
    [Fact]
    public Task Any_filter_gives_what_it_gives_in_memory()
    {
        var graph = random.Graph;
        return Gen.Select(new FilterGen(graph).Of("Article"), Gen.Bool, Gen.Bool).SampleAsync(
            async (filter, isPreview, isLiteral) =>
            {
                var expected = graph.Articles(isPreview)
                    .Where(article => (string)article["kind"]! == "ARTICLE" || FilterEvaluator.SpeaksOfKind(filter))
                    .Where(article => FilterEvaluator.Matches(filter, article))
                    .Select(article => (string)article["id"]!)
                    .Order(StringComparer.Ordinal)
                    .ToList();

                var body = isLiteral
                    ? await SampleDatabase.RunAsync(random.Executor, $"query($p: Boolean) {{ articles(first: 50, preview: $p, where: {FilterGen.Literal(filter)}) {{ totalCount nodes {{ id }} }} }}", new { p = isPreview }, isEditor: true)
                    : await SampleDatabase.RunAsync(random.Executor, "query($p: Boolean, $w: ArticleFilterInput) { articles(first: 50, preview: $p, where: $w) { totalCount nodes { id } } }", new { p = isPreview, w = filter }, isEditor: true);

                var list = JsonNode.Parse(body)!["data"]!["articles"]!;
                Assert.Equal(expected.Count, list["totalCount"]!.GetValue<int>());
                Assert.Equal(expected.Count <= 50 ? expected : expected.Intersect(Ids(list)), Ids(list));
            },
            iter: 600,
            print: value => $"{value.Item1.ToJsonString()} preview {value.Item2} literal {value.Item3}");

        static IEnumerable<string> Ids(JsonNode list) => list["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("categories(where: { depth: { gt: 0 } })", "ai tech")]
    [InlineData("categories(where: { depth: { in: [0, 2] }, name: { ncontains: \"f\" } })", "ai 新闻")]
    [InlineData("categories(where: { path: { startsWith: \"新闻/\" } })", "ai tech")]
    [InlineData("categories(where: { or: [{ slug: { eq: \"life\" } }, { name: { eq: \"AI\" } }, { slug: { eq: \"secret\" } }] })", "ai life")]
    [InlineData("tags(where: { name: { endsWith: \"A\" } })", "tea")]
    [InlineData("tags(where: { slug: { nin: [\"tea\", \"hidden\", null] } })", "about c-sharp walks")]
    [InlineData("authors(where: { and: [{ name: { neq: \"ann\" } }, { slug: { neq: \"ghost\" } }] })", "bo")]
    [InlineData("authors(where: { or: [] })", "ann bo")]
    [InlineData("articles(where: { categories: { all: { parent: { id: { eq: \"nothing\" } } } } })", "")]
    [InlineData("categories(where: { parent: { id: { eq: null } } })", "life 新闻")]
    [InlineData("categories(where: { under: \"新闻/tech/\", parent: { parent: { slug: { neq: \"x\" } } } })", "ai tech")]
    [InlineData("categories(where: { under: \"secret\" })", "")]
    public async Task Other_lists_are_filtered_too(string list, string slugs)
    {
        var data = await database.DataAsync($"{{ list: {list} {{ nodes {{ slug }} totalCount }} }}");

        var found = data["list"]!["nodes"]!.AsArray().Select(node => node!["slug"]!.GetValue<string>()).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(slugs, string.Join(' ', found));
        Assert.Equal(found.Count, data["list"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("mimeType: { eq: null }", "https://img.example/a.png")]
    [InlineData("mimeType: { neq: null }", "ann.png b.png")]
    [InlineData("mimeType: { neq: \"image/png\" }", "ann.png https://img.example/a.png")]
    [InlineData("mimeType: { nin: [null] }", "ann.png b.png")]
    [InlineData("sourceUrl: { startsWith: \"https://img.\" }", "https://img.example/a.png")]
    public async Task Images_are_filtered_by_what_may_be_missing(string where, string expected)
    {
        var data = await database.DataAsync($"{{ images(where: {{ {where} }}) {{ nodes {{ sourceUrl }} }} }}");

        Assert.Equal(expected, string.Join(' ', data["images"]!["nodes"]!.AsArray().Select(node => node!["sourceUrl"]!.GetValue<string>())));
    }

    // Null restricts nothing to one reader and matches nothing to another, so only equality takes it.
    [Theory]
    [InlineData("title: { in: $null }")]
    [InlineData("title: { nin: null }")]
    [InlineData("title: { contains: null }")]
    [InlineData("title: { nendsWith: $null }")]
    [InlineData("updatedAt: { gt: null }")]
    [InlineData("wordCount: { nlte: null }")]
    [InlineData("params: { contains: null }")]
    [InlineData("params: { ncontains: null }")]
    [InlineData("or: [{ tags: { some: { slug: { startsWith: null } } } }]")]
    [InlineData("cover: { mimeType: { in: null } }")]
    public async Task Null_is_no_operand_but_of_equality(string filter)
    {
        var query = filter.Contains("$null", StringComparison.Ordinal)
            ? $"query($null: {(filter.Contains("in:", StringComparison.Ordinal) ? "[String]" : "String")}) {{ articles(where: {{ {filter} }}) {{ totalCount }} }}"
            : $"{{ articles(where: {{ {filter} }}) {{ totalCount }} }}";

        var error = await database.ErrorAsync(query, new Dictionary<string, object?> { ["null"] = null });

        Assert.Equal("INVALID_ARGUMENT", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("""["articles"]""", error["path"]!.ToJsonString());
        Assert.Contains("was given null. Leave it out", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_an_object_take_the_same_filters()
    {
        var filter = JsonNode.Parse("""{"or":[{"wordCount":{"gte":40}},{"title":{"startsWith":"Title 000"}}],"updatedAt":{"eq":null}}""")!.AsObject();
        var graph = await ReferenceGraph.LoadAsync(database.ConnectionString, SampleContent.Now);
        var expected = graph.AllArticles.Where(article => ((string)article["path"]!).StartsWith("/posts/0", StringComparison.Ordinal) && FilterEvaluator.Matches(filter, article)).Select(article => (string)article["path"]!).ToHashSet();

        var data = await database.DataAsync(
            "query($w: ArticleFilterInput) { category(by: { path: \"新闻\" }) { a: articles(where: $w, first: 50) { nodes { path } } } tag(by: { slug: \"walks\" }) { a: articles(where: $w, first: 50) { nodes { path } totalCount } } }",
            new { w = filter });

        Assert.Equal(expected, data["tag"]!["a"]!["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()).ToHashSet());
        Assert.Equal(expected.Count, data["tag"]!["a"]!["totalCount"]!.GetValue<int>());
        Assert.Subset(expected, data["category"]!["a"]!["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()).ToHashSet());
    }
}
