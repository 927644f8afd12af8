using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Benchmarks.Queries.Contenders.Projections;

/// <summary>The category tree.</summary>
internal static class TreeProjection
{
    private const int MaximumDepth = 8;
    private const int Newest = 3;

    public static async Task<TreeAnswer> TreeAsync(ContentDbContext db, DateTimeOffset now)
    {
        var edges = db.PublicEdges<ArticleCategoryRow>(now);
        var categories = await db.Categories
            .Where(c => c.Depth < MaximumDepth && edges.Any(e => e.CategoryId == c.Id))
            .Select(c => new CategoryBranch(
                FieldValues.CategoryId(c.Id),
                c.Name,
                c.Path,
                c.Depth,
                edges.Count(e => e.CategoryId == c.Id && e.Kind == "ARTICLE"),
                new Nodes<ArticleLine>(edges.Where(e => e.CategoryId == c.Id && e.Kind == "ARTICLE")
                    .OrderByDescending(e => e.PublishedSort).ThenByDescending(e => e.ArticleId).Take(Newest)
                    .Select(e => new ArticleLine(e.Article!.Title, e.Article.Path, e.Article.PublishedAt)).ToList())))
            .ToListAsync();

        // A parent directly before its descendants: by path with slashes before everything else.
        return new TreeAnswer([.. categories.OrderBy(c => c.Path.Replace('/', '\0'), StringComparer.Ordinal)]);
    }
}
