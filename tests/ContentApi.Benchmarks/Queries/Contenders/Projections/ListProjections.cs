using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Benchmarks.Queries.Contenders.Projections;

/// <summary>Lists of articles.</summary>
internal static class ListProjections
{
    private const int PageSize = 20;

    public static async Task<ArticlesAnswer<ArticleCard>> NewestAsync(ContentDbContext db, DateTimeOffset now)
    {
        var pictures = db.PublicEdges<ArticleImageRow>(now);
        var cards = await db.PublicArticles(now).Where(a => a.Kind == "ARTICLE")
            .OrderByDescending(a => a.PublishedSort).ThenByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new ArticleCard
            {
                Key = a.Id,
                PublishedSort = a.PublishedSort,
                Id = FieldValues.ArticleId(a.Id),
                Title = a.Title,
                Path = a.Path,
                PublishedAt = a.PublishedAt,
                Excerpt = FieldValues.Excerpt(a.Excerpt),
                Authors = db.Set<ArticleAuthorRow>().Where(e => e.ArticleId == a.Id).OrderBy(e => e.Position).ThenBy(e => e.AuthorId)
                    .Select(e => new Named(e.Author!.Name, e.Author.Slug)).ToList(),
                Categories = db.Set<ArticleCategoryRow>().Where(e => e.ArticleId == a.Id && e.IsLeaf).OrderBy(e => e.Position).ThenBy(e => e.CategoryId)
                    .Select(e => new Place(e.Category!.Name, e.Category.Path)).ToList(),
                Cover = a.Cover == null ? null : new Picture(
                    FieldValues.Url(a.Cover.Url, a.Cover.FilePath),
                    pictures.Any(e => e.ImageId == a.CoverId && e.Alt == a.Cover.Alt) ? a.Cover.Alt : pictures.Where(e => e.ImageId == a.CoverId).Min(e => e.Alt)),
            })
            .ToListAsync();
        return new ArticlesAnswer<ArticleCard>(Page(cards, card => FieldValues.Cursor(card.PublishedSort, card.Key)));
    }

    public static async Task<ArticlesAnswer<FilteredArticle>> FilteredAsync(ContentDbContext db, DateTimeOffset now, Request request)
    {
        var (published, id) = (request.AfterPublished, request.AfterId);
        var articles = await db.PublicArticles(now).Where(a => a.Kind == "ARTICLE")
            .Where(a => db.Set<ArticleCategoryRow>().Any(e => e.ArticleId == a.Id && e.Category!.Path == request.Category))
            .Where(a => db.Set<ArticleTagRow>().Any(e => e.ArticleId == a.Id && e.Tag!.Slug == request.Tag))
            .Where(a => EF.Functions.LessThan(ValueTuple.Create(a.PublishedSort, a.Id), ValueTuple.Create(published, id)))
            .OrderByDescending(a => a.PublishedSort).ThenByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new FilteredArticle
            {
                Key = a.Id,
                PublishedSort = a.PublishedSort,
                Id = FieldValues.ArticleId(a.Id),
                Title = a.Title,
                Path = a.Path,
                PublishedAt = a.PublishedAt,
                Categories = db.Set<ArticleCategoryRow>().Where(e => e.ArticleId == a.Id && e.IsLeaf).OrderBy(e => e.Position).ThenBy(e => e.CategoryId)
                    .Select(e => new Place(e.Category!.Name, e.Category.Path)).ToList(),
                Tags = db.Set<ArticleTagRow>().Where(e => e.ArticleId == a.Id).OrderBy(e => e.Position).ThenBy(e => e.TagId)
                    .Select(e => new Named(e.Tag!.Name, e.Tag.Slug)).ToList(),
            })
            .ToListAsync();
        return new ArticlesAnswer<FilteredArticle>(Page(articles, article => FieldValues.Cursor(article.PublishedSort, article.Key)));
    }

    private static Page<T> Page<T>(List<T> rows, Func<T, string> cursor)
    {
        var nodes = rows.Count > PageSize ? rows[..PageSize] : rows;
        return new Page<T>(nodes, new PageInfo(rows.Count > PageSize, nodes.Count == 0 ? null : cursor(nodes[^1])));
    }
}
