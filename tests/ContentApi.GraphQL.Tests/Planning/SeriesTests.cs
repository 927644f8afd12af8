using System.Text.Json.Nodes;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Series and neighbours are those that the sample's articles give in memory, to readers and in a preview.</summary>
public sealed class SeriesTests(SampleDatabase database)
{
    private const string Query = """
        query($p: Boolean) { articles(first: 50, preview: $p, where: { kind: { nin: [] } }) { nodes {
          path
          series { slug title position articles(first: 50) { totalCount nodes { path } } }
          ALL_previous: previous { path } ALL_next: next(within: ALL) { path }
          PRIMARY_CATEGORY_previous: previous(within: PRIMARY_CATEGORY) { path } PRIMARY_CATEGORY_next: next(within: PRIMARY_CATEGORY) { path }
          SERIES_previous: previous(within: SERIES) { path } SERIES_next: next(within: SERIES) { path }
        } } }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_series_has_the_parts_that_the_caller_sees(bool isPreview)
    {
        var answers = await AnswersAsync(isPreview);
        foreach (var article in Seen(isPreview))
        {
            var parts = Parts(article, isPreview);
            var series = answers[article.Path]["series"];

            Assert.Equal(parts.Count > 0, series is not null);
            if (series is null)
            {
                continue;
            }

            Assert.Equal(article.SeriesSlug, series["slug"]!.GetValue<string>());
            Assert.Equal(parts.Select(part => part.SeriesTitle!).Min(StringComparer.Ordinal), series["title"]!.GetValue<string>());
            Assert.Equal(parts.IndexOf(article) + 1, series["position"]!.GetValue<int>());
            Assert.Equal(parts.Count, series["articles"]!["totalCount"]!.GetValue<int>());
            Assert.Equal(parts.Select(part => part.Path), series["articles"]!["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("ALL", false)]
    [InlineData("ALL", true)]
    [InlineData("PRIMARY_CATEGORY", false)]
    [InlineData("PRIMARY_CATEGORY", true)]
    [InlineData("SERIES", false)]
    [InlineData("SERIES", true)]
    public async Task Neighbours_stand_beside_the_article_in_its_language(string within, bool isPreview)
    {
        var answers = await AnswersAsync(isPreview);
        foreach (var article in Seen(isPreview))
        {
            var line = Line(within, article, isPreview).Where(other => other.Locale == article.Locale).ToList();
            var place = line.IndexOf(article);

            Assert.Equal(place > 0 ? line[place - 1].Path : null, answers[article.Path][$"{within}_previous"]?["path"]!.GetValue<string>());
            Assert.Equal(place >= 0 && place < line.Count - 1 ? line[place + 1].Path : null, answers[article.Path][$"{within}_next"]?["path"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(100, false)]
    [InlineData(102, false)]
    [InlineData(103, false)]
    public async Task A_place_is_found_by_its_id_when_readers_see_it(int article, bool isFound)
    {
        var id = new GlobalId("ArticleSeries", SampleContent.Key(6, article)).ToString();
        foreach (var isEditor in new[] { false, true })
        {
            var data = await database.DataAsync("query($id: ID!) { node(id: $id) { __typename id ... on ArticleSeries { position } } }", new { id }, isEditor);

            Assert.Equal(isFound ? $$"""{"__typename":"ArticleSeries","id":"{{id}}","position":2}""" : null, data["node"]?.ToJsonString());
        }
    }

    private static List<ArticleRow> Ordered(IEnumerable<ArticleRow> articles, bool isSeries) =>
        [.. articles
            .OrderBy(article => isSeries ? article.SeriesPosition ?? double.PositiveInfinity : 0)
            .ThenBy(article => article.PublishedAt ?? DateTimeOffset.MinValue)
            .ThenBy(article => article.Id.ToString(), StringComparer.Ordinal)];

    private IEnumerable<ArticleRow> Seen(bool isPreview) => database.Articles.Where(article => isPreview || SampleContent.IsPublic(article));

    private List<ArticleRow> Posts(bool isPreview) => [.. Seen(isPreview).Where(article => article.Kind == "ARTICLE")];

    private List<ArticleRow> Parts(ArticleRow article, bool isPreview) =>
        article.Kind == "ARTICLE" && article.SeriesSlug is { } slug ? Ordered(Posts(isPreview).Where(part => part.SeriesSlug == slug), isSeries: true) : [];

    private List<ArticleRow> Line(string within, ArticleRow article, bool isPreview) => within == "SERIES"
        ? Parts(article, isPreview)
        : Ordered(Posts(isPreview).Where(other => other.PublishedAt is not null && (within == "ALL" || other.PrimaryCategoryId == article.PrimaryCategoryId)), isSeries: false);

    private async Task<Dictionary<string, JsonNode>> AnswersAsync(bool isPreview) =>
        (await database.DataAsync(Query, new { p = isPreview }, isEditor: true))["articles"]!["nodes"]!.AsArray().ToDictionary(node => node!["path"]!.GetValue<string>(), node => node!);
}
