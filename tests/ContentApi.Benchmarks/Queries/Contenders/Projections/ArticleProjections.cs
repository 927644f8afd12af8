using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Benchmarks.Queries.Contenders.Projections;

/// <summary>One article.</summary>
internal static class ArticleProjections
{
    private const int Pictures = 10;

    public static async Task<ArticleAnswer<ArticleTitle>> TitleAsync(ContentDbContext db, DateTimeOffset now, Guid id) =>
        new(await db.PublicArticles(now).Where(a => a.Id == id).Select(a => new ArticleTitle(a.Title)).FirstOrDefaultAsync());

    public static async Task<ArticleAnswer<FullArticle>> ByPathAsync(ContentDbContext db, DateTimeOffset now, string path)
    {
        var pictures = db.PublicEdges<ArticleImageRow>(now);
        return new ArticleAnswer<FullArticle>(await db.PublicArticles(now).Where(a => a.Path == path)
            .Join(db.Set<ArticleBodyRow>(), a => new { a.Id, Hash = a.BodyHash }, b => new { Id = b.ArticleId, b.Hash }, (a, b) => new { Article = a, Body = b })
            .OrderByDescending(x => x.Article.Locale == x.Article.Source!.DefaultLocale).ThenBy(x => x.Article.Id)
            .Select(x => new FullArticle
            {
                Id = FieldValues.ArticleId(x.Article.Id),
                Uuid = x.Article.Id,
                Slug = x.Article.Slug,
                Path = x.Article.Path,
                Title = x.Article.Title,
                Description = x.Article.Description,
                Excerpt = FieldValues.Excerpt(x.Article.Excerpt),
                Kind = x.Article.Kind,
                Status = "PUBLISHED",
                PublishedAt = x.Article.PublishedAt,
                UpdatedAt = x.Article.UpdatedAt,
                Locale = x.Article.Locale,
                Body = new Texts(FieldValues.Html(x.Body.Html), x.Body.Text),
                TableOfContents = FieldValues.Headings(x.Body.TableOfContents),
                WordCount = x.Article.WordCount,
                ReadingTime = x.Article.ReadingTime,
                Cover = x.Article.Cover == null ? null : new Picture(
                    FieldValues.Url(x.Article.Cover.Url, x.Article.Cover.FilePath),
                    pictures.Any(e => e.ImageId == x.Article.CoverId && e.Alt == x.Article.Cover.Alt)
                        ? x.Article.Cover.Alt
                        : pictures.Where(e => e.ImageId == x.Article.CoverId).Min(e => e.Alt)),
                Images = new Edges<PictureEdge>(db.Set<ArticleImageRow>().Where(e => e.ArticleId == x.Article.Id).OrderBy(e => e.Position).ThenBy(e => e.ImageId).Take(Pictures)
                    .Select(e => new PictureEdge(e.Roles, e.Alt, new PictureUrl(FieldValues.Url(e.Image!.Url, e.Image.FilePath)))).ToList()),
                Authors = db.Set<ArticleAuthorRow>().Where(e => e.ArticleId == x.Article.Id).OrderBy(e => e.Position).ThenBy(e => e.AuthorId)
                    .Select(e => new Named(e.Author!.Name, e.Author.Slug)).ToList(),
                Categories = db.Set<ArticleCategoryRow>().Where(e => e.ArticleId == x.Article.Id && e.IsLeaf).OrderBy(e => e.Position).ThenBy(e => e.CategoryId)
                    .Select(e => new PlaceWithAncestors(
                        e.Category!.Name,
                        e.Category.Path,
                        db.Set<CategoryClosureRow>().Where(l => l.DescendantId == e.CategoryId && l.Distance > 0).OrderByDescending(l => l.Distance)
                            .Join(db.Categories, l => l.AncestorId, c => c.Id, (_, c) => new Place(c.Name, c.Path)).ToList())).ToList(),
                Tags = db.Set<ArticleTagRow>().Where(e => e.ArticleId == x.Article.Id).OrderBy(e => e.Position).ThenBy(e => e.TagId)
                    .Select(e => new Named(e.Tag!.Name, e.Tag.Slug)).ToList(),
                CommentsEnabled = x.Article.CommentsEnabled,
                Params = x.Article.Params,
                Source = new SourceFile(x.Article.FilePath, x.Article.ContentHash),
                Version = x.Article.Version,
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync());
    }
}
