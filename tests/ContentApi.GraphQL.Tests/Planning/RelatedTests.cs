using System.Globalization;
using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Related articles are those that the formula of the schema gives in memory, to readers and in a preview.</summary>
public sealed class RelatedTests(SampleDatabase database)
{
    [Theory]
    [InlineData(5, false)]
    [InlineData(20, false)]
    [InlineData(20, true)]
    public async Task Articles_are_related_by_what_they_share(int first, bool isPreview)
    {
        var seen = database.Articles.Where(article => isPreview || SampleContent.IsPublic(article)).ToList();
        var posts = seen.Where(article => article.Kind == "ARTICLE").ToList();
        var shared = await SharedAsync();

        var data = await database.DataAsync(
            "query($p: Boolean, $n: Int) { articles(first: 50, preview: $p, where: { kind: { nin: [] } }) { nodes { path related(first: $n) { article { path } score reasons } } } }",
            new { p = isPreview, n = first },
            isEditor: true);

        var answers = data["articles"]!["nodes"]!.AsArray();
        Assert.Equal(seen.Count, answers.Count);
        Assert.All(answers, answer =>
        {
            var article = seen.Single(other => other.Path == answer!["path"]!.GetValue<string>());
            Assert.Equal(
                Expected(article, posts, shared).Take(first),
                answer!["related"]!.AsArray().Select(related => Line(related!["article"]!["path"]!.GetValue<string>(), related["score"]!.GetValue<double>(), related["reasons"]!.AsArray().Select(reason => reason!.GetValue<string>()))));
        });
    }

    [Fact]
    public async Task Five_are_given_when_no_number_is()
    {
        var data = await database.DataAsync("{ article(by: { path: \"/posts/004\" }) { related { score } } }");

        Assert.Equal(5, data["article"]!["related"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    [InlineData(-1)]
    public async Task A_size_out_of_bounds_is_the_clients_fault(int first) =>
        Assert.Equal("INVALID_ARGUMENT", await database.ErrorCodeAsync("query($n: Int) { article(by: { path: \"/posts/004\" }) { related(first: $n) { score } } }", new { n = first }));

    private static IEnumerable<string> Expected(ArticleRow article, List<ArticleRow> posts, IReadOnlyList<Shared> shared) => posts
        .Where(other => other.Id != article.Id && other.Locale == article.Locale)
        .Select(other =>
        {
            var common = shared.Where(thing => thing.Articles.Contains(article.Id) && thing.Articles.Contains(other.Id)).ToList();
            var score = common.Sum(thing => thing.Weight * Math.Log(1 + (100.0 / posts.Count(post => thing.Articles.Contains(post.Id)))));
            return (Article: other, Score: Math.Round(score, 3), Reasons: common.Select(thing => thing.Reason).Distinct());
        })
        .Where(related => related.Score > 0)
        .OrderByDescending(related => related.Score)
        .ThenByDescending(related => related.Article.PublishedAt ?? DateTimeOffset.MinValue)
        .ThenByDescending(related => related.Article.Id.ToString(), StringComparer.Ordinal)
        .Select(related => Line(related.Article.Path, related.Score, related.Reasons));

    private static string Line(string path, double score, IEnumerable<string> reasons) => string.Create(CultureInfo.InvariantCulture, $"{path} {score:0.000} {string.Join(' ', reasons)}");

    // In the order of the reasons in the schema.
    private async Task<IReadOnlyList<Shared>> SharedAsync()
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(database.ConnectionString));
        var tags = await context.Set<ArticleTagRow>().AsNoTracking().ToListAsync();
        var categories = await context.Set<ArticleCategoryRow>().Where(edge => edge.IsLeaf).AsNoTracking().ToListAsync();
        var authors = await context.Set<ArticleAuthorRow>().AsNoTracking().ToListAsync();
        return
        [
            .. Group("SHARED_TAG", 2, tags, edge => edge.TagId),
            .. Group("SHARED_CATEGORY", 1, categories, edge => edge.CategoryId),
            .. database.Articles.Where(article => article.SeriesSlug is not null && article.Kind == "ARTICLE").GroupBy(article => article.SeriesSlug)
                .Select(series => new Shared("SAME_SERIES", 4, series.Select(article => article.Id).ToHashSet())),
            .. Group("SAME_AUTHOR", 0.5, authors, edge => edge.AuthorId),
        ];

        static IEnumerable<Shared> Group<TEdge>(string reason, double weight, List<TEdge> edges, Func<TEdge, Guid> key)
            where TEdge : ArticleEdgeRow =>
            edges.GroupBy(key).Select(group => new Shared(reason, weight, group.Select(edge => edge.ArticleId).ToHashSet()));
    }

    private sealed record Shared(string Reason, double Weight, HashSet<Guid> Articles);
}
