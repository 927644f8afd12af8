using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Tests.Reference;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Facets count what the articles of the list have in common: the same as counting them in memory.</summary>
public sealed class FacetTests(SampleDatabase database)
{
    private const string Facets = """
        facets {
          categories { category { path } count } all: categories(first: 50, parent: $parent) { category { path } count } few: categories(first: 1) { category { path } count }
          tags { tag { slug } count } few_tags: tags(first: 2) { tag { slug } count }
          authors { author { slug } count }
          locales { value count }
          archive(by: DAY) { start count articles(first: 50) { totalCount nodes { path } } }
          params(key: "mood") { value count } few_params: params(key: "mood", first: 1) { value count } none: params(key: "a") { value count }
        }
        """;

    // Lists inside lists cost too much with all of them.
    private const string FewFacets = "facets { few: categories(first: 1) { category { path } count } few_tags: tags(first: 2) { tag { slug } count } locales { value count } }";

    // What a caller may ask for facets of; the articles are all in one page.
    public static TheoryData<string, bool> Lists => new()
    {
        { "list: articles(first: 50)", false },
        { "list: articles(first: 50, where: { kind: { eq: PAGE } })", false },
        { "list: articles(first: 50, where: { kind: {} })", false },
        { "list: articles(first: 50, preview: true)", true },
        { "list: articles(first: 50, preview: true, where: { status: { neq: PUBLISHED } })", true },
        { "list: articles(first: 50, where: { path: { eq: \"none\" } })", false },
        { "tag(by: { slug: \"tea\" }) { list: articles(first: 50) ", false },
        { "tag(by: { slug: \"about\" }) { list: articles(first: 50, where: { kind: { in: [PAGE] } }) ", false },
        { "category(by: { path: \"新闻\" }) { list: articles(first: 50, includeDescendants: false) ", false },
        { "category(by: { path: \"新闻/tech\" }) { list: articles(first: 50, where: { locale: { eq: \"en\" } }) ", false },
        { "author(by: { slug: \"ann\" }) { list: articles(first: 50) ", false },
        { "image(by: { contentHash: \"b0\" }) { list: articles(first: 50) ", false },
        { "article(by: { path: \"/posts/003\" }) { series { list: articles(first: 50) ", false },
        { "article(by: { path: \"/posts/102\" }, preview: true) { authors { list: articles(first: 50) ", true },
        { "archive(by: DAY, where: { locale: { eq: \"en\" } }) { list: articles(first: 50) ", false },
        { "tag(by: { slug: \"tea\" }) { articles { facets { archive(by: YEAR) { list: articles(first: 50) ", false },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_list_of_articles_has_facets_of_all_its_articles(string list, bool isEditor)
    {
        var rows = await RowsAsync();
        var isInList = list.Contains("authors {", StringComparison.Ordinal) || list.Contains("archive(", StringComparison.Ordinal);
        var data = await database.DataAsync($"{(isInList ? "query" : "query($parent: ID)")} {{ {list} {{ nodes {{ path }} {(isInList ? FewFacets : Facets)} }}{new string('}', list.Count(c => c == '{') - list.Count(c => c == '}'))} }}", new { parent = Life }, isEditor);

        var lists = Named(data, "list").ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists, found =>
        {
            var paths = found["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()).ToHashSet();
            var facets = found["facets"]!.AsObject();
            Assert.Equal(
                Expected(rows, article => paths.Contains(article.Path)).Where(line => facets.ContainsKey(line.Split(':')[0])).Order(StringComparer.Ordinal),
                Flat(facets).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task Facets_of_any_filter_are_counted_as_in_memory()
    {
        var rows = await RowsAsync();
        var graph = await ReferenceGraph.LoadAsync(database.ConnectionString, SampleContent.Now);
        await Gen.Select(new FilterGen(graph).Of("Article"), Gen.Bool).SampleAsync(
            async (filter, isPreview) =>
            {
                var data = isPreview
                    ? (await database.DataAsync($"query($w: ArticleFilterInput, $parent: ID) {{ articles(first: 1, preview: true, where: $w) {{ {Facets} }} }}", new { w = filter, parent = Life }, isEditor: true))["articles"]!
                    : await database.DataAsync($"query($w: ArticleFilterInput, $parent: ID) {{ {Facets.Replace("facets", "facets(where: $w)", StringComparison.Ordinal)} }}", new { w = filter, parent = Life });

                var counted = graph.Articles(isPreview)
                    .Where(article => (string)article["kind"]! == "ARTICLE" || FilterEvaluator.SpeaksOfKind(filter))
                    .Where(article => FilterEvaluator.Matches(filter, article))
                    .Select(article => article.Key)
                    .ToHashSet();
                Assert.Equal(Expected(rows, article => counted.Contains(article.Id)), Flat(data["facets"]!));
            },
            iter: 150,
            print: value => $"{value.Item1.ToJsonString()} preview {value.Item2}");
    }

    [Theory]
    [InlineData("tea", false)]
    [InlineData("walks", false)]
    [InlineData("about", false)]
    [InlineData("hidden", true)]
    [InlineData("c-sharp", true)]
    public async Task Tags_occur_beside_a_tag_on_articles_that_the_caller_sees(string slug, bool isPreview)
    {
        var rows = await RowsAsync();
        var ids = rows.Tags.Where(edge => edge.Tag!.Slug == slug).Select(edge => edge.ArticleId).ToHashSet();
        var seen = database.Articles.Where(article => article.Kind == "ARTICLE" && ids.Contains(article.Id) && (isPreview || SampleContent.IsPublic(article))).ToList();
        var expected = Count(seen, rows.Tags.Where(edge => edge.Tag!.Slug != slug), edge => edge.Tag!.Slug, edge => (edge.Tag!.Name, edge.TagId)).ToList();

        const string Fields = "slug one: coOccurring(first: 1) { tag { slug } count } all: coOccurring { tag { slug } count }";
        var data = await database.DataAsync(
            isPreview ? $"{{ articles(first: 50, preview: true) {{ nodes {{ tags {{ {Fields} }} }} }} }}" : $$"""{ articles: tag(by: { slug: "{{slug}}" }) { {{Fields}} } }""",
            isEditor: true);
        var tag = isPreview ? data["articles"]!["nodes"]!.AsArray().SelectMany(node => node!["tags"]!.AsArray()).First(found => found!["slug"]!.GetValue<string>() == slug)! : data["articles"]!;

        Assert.Equal(expected, Lines(tag["all"]!));
        Assert.Equal(expected.Take(1), Lines(tag["one"]!));
    }

    [Theory]
    [InlineData("{ facets { tags(first: 0) { count } } }")]
    [InlineData("{ facets { tags(first: 51) { count } } }")]
    [InlineData("{ articles { facets { authors(first: -1) { count } } } }")]
    [InlineData("{ articles { facets { categories(first: 100) { count } } } }")]
    [InlineData("query($n: Int = 2147483647) { facets { params(key: \"z\", first: $n) { count } } }")]
    [InlineData("{ tag(by: { slug: \"tea\" }) { coOccurring(first: 51) { count } } }")]
    public async Task A_size_out_of_bounds_is_the_clients_fault(string query) => Assert.Equal("INVALID_ARGUMENT", await database.ErrorCodeAsync(query));

    [Fact]
    public async Task A_parent_that_is_no_category_has_no_children()
    {
        foreach (var id in new[] { "none", new GlobalId("Tag", SampleContent.Key(3, 0)).ToString(), new GlobalId("Category", SampleContent.Key(2, 6)).ToString() })
        {
            var data = await database.DataAsync("query($id: ID) { facets { categories(parent: $id) { count } } }", new { id });

            Assert.Equal("""{"facets":{"categories":[]}}""", data.ToJsonString());
        }
    }

    private static string Life => new GlobalId("Category", SampleContent.Key(2, 3)).ToString();

    private static IEnumerable<JsonNode> Named(JsonNode? node, string name) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == name && member.Value is JsonObject found ? [found] : Named(member.Value, name)),
        JsonArray items => items.SelectMany(item => Named(item, name)),
        _ => [],
    };

    // Every facet as a line "name: key count, key count".
    private static List<string> Flat(JsonNode facets) =>
        [.. facets.AsObject().Select(facet => $"{facet.Key}: {string.Join(", ", Lines(facet.Value!))}")];

    private static List<string> Lines(JsonNode counts) => [.. counts.AsArray().Select(count =>
    {
        var key = count!["start"] ?? count["value"] ?? (count["category"] ?? count["tag"] ?? count["author"])!.AsObject().Single().Value;
        var articles = count["articles"] is { } list ? $" {list["totalCount"]} {string.Join(' ', list["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()))}" : string.Empty;
        return $"{key} {count["count"]}{articles}";
    })];

    private List<string> Expected(Rows rows, Func<ArticleRow, bool> isCounted)
    {
        var articles = database.Articles.Where(isCounted).ToList();
        var top = Count(articles, rows.Categories.Where(edge => edge.Category!.ParentId is null), edge => edge.Category!.Path, edge => (edge.Category!.Name, edge.CategoryId)).ToList();
        var below = Count(articles, rows.Categories.Where(edge => edge.Category!.ParentId == SampleContent.Key(2, 3)), edge => edge.Category!.Path, edge => (edge.Category!.Name, edge.CategoryId));
        var tags = Count(articles, rows.Tags, edge => edge.Tag!.Slug, edge => (edge.Tag!.Name, edge.TagId)).ToList();
        var authors = Count(articles, rows.Authors, edge => edge.Author!.Slug, edge => (edge.Author!.Name, edge.AuthorId));
        var moods = Values(articles.SelectMany(Moods)).ToList();
        var days = articles.Where(article => article.PublishedAt is not null)
            .GroupBy(article => article.PublishedAt!.Value.UtcDateTime.Date)
            .OrderByDescending(day => day.Key)
            .Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Key:yyyy-MM-dd} {day.Count()} {day.Count()} {string.Join(' ', day.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id.ToString(), StringComparer.Ordinal).Select(article => article.Path))}"));
        return
        [
            Line("categories", top), Line("all", below), Line("few", top.Take(1)), Line("tags", tags), Line("few_tags", tags.Take(2)), Line("authors", authors),
            Line("locales", Values(articles.Select(article => article.Locale))), Line("archive", days), Line("params", moods), Line("few_params", moods.Take(1)), Line("none", []),
        ];

        static string Line(string name, IEnumerable<string> counts) => $"{name}: {string.Join(", ", counts)}";
    }

    private static IEnumerable<string> Count<TEdge>(List<ArticleRow> articles, IEnumerable<TEdge> edges, Func<TEdge, string> key, Func<TEdge, (string Name, Guid Id)> order)
        where TEdge : ArticleEdgeRow =>
        edges.Where(edge => articles.Exists(article => article.Id == edge.ArticleId))
            .GroupBy(edge => (Key: key(edge), Order: order(edge)))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Order.Name, StringComparer.Ordinal).ThenBy(group => group.Key.Order.Id.ToString(), StringComparer.Ordinal)
            .Select(group => $"{group.Key.Key} {group.Count()}");

    private static IEnumerable<string> Values(IEnumerable<string> values) =>
        values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}");

    private static IEnumerable<string> Moods(ArticleRow article)
    {
        using var document = JsonDocument.Parse(article.Params);
        if (!document.RootElement.TryGetProperty("mood", out var mood))
        {
            return [];
        }

        var elements = mood.ValueKind == JsonValueKind.Array ? mood.EnumerateArray() : Enumerable.Repeat(mood, 1);
        return [.. elements.Select(Printed).OfType<string>().Distinct()];

        static string? Printed(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
            _ => null,
        };
    }

    private async Task<Rows> RowsAsync()
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(database.ConnectionString));
        return new Rows(
            await context.Set<ArticleCategoryRow>().Include(edge => edge.Category).AsNoTracking().ToListAsync(),
            await context.Set<ArticleTagRow>().Include(edge => edge.Tag).AsNoTracking().ToListAsync(),
            await context.Set<ArticleAuthorRow>().Include(edge => edge.Author).AsNoTracking().ToListAsync());
    }

    private sealed record Rows(List<ArticleCategoryRow> Categories, List<ArticleTagRow> Tags, List<ArticleAuthorRow> Authors);
}
