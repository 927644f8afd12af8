using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Benchmarks.Queries.Contenders.Resolvers;

/// <summary>What resolvers of one request share: contexts, the present, and a batch for every relation.</summary>
internal sealed class Loaders : Dictionary<string, object?>
{
    private const int Newest = 3;

    private readonly IDbContextFactory<ContentDbContext> _contexts;

    public Loaders(IDbContextFactory<ContentDbContext> contexts, DateTimeOffset now)
    {
        _contexts = contexts;
        Now = now;
        Authors = Many((db, keys) => db.Set<ArticleAuthorRow>().Where(e => keys.Contains(e.ArticleId)).OrderBy(e => e.Position).ThenBy(e => e.AuthorId)
            .Select(e => new KeyValuePair<Guid, AuthorRow>(e.ArticleId, e.Author!)));
        Tags = Many((db, keys) => db.Set<ArticleTagRow>().Where(e => keys.Contains(e.ArticleId)).OrderBy(e => e.Position).ThenBy(e => e.TagId)
            .Select(e => new KeyValuePair<Guid, TagRow>(e.ArticleId, e.Tag!)));
        Categories = Many((db, keys) => db.Set<ArticleCategoryRow>().Where(e => e.IsLeaf && keys.Contains(e.ArticleId)).OrderBy(e => e.Position).ThenBy(e => e.CategoryId)
            .Select(e => new KeyValuePair<Guid, CategoryRow>(e.ArticleId, e.Category!)));
        Ancestors = Many((db, keys) => db.Set<CategoryClosureRow>().Where(l => l.Distance > 0 && keys.Contains(l.DescendantId)).OrderByDescending(l => l.Distance)
            .Join(db.Categories, l => l.AncestorId, c => c.Id, (l, c) => new KeyValuePair<Guid, CategoryRow>(l.DescendantId, c)));
        Images = Many((db, keys) => db.Set<ArticleImageRow>().Include(e => e.Image).Where(e => keys.Contains(e.ArticleId)).OrderBy(e => e.Position).ThenBy(e => e.ImageId)
            .Select(e => new KeyValuePair<Guid, ArticleImageRow>(e.ArticleId, e)));
        Covers = One<ImageRow?>((db, keys) => db.Images.Where(i => keys.Contains(i.Id)).Select(i => new KeyValuePair<Guid, ImageRow?>(i.Id, i)));
        Bodies = One<ArticleBodyRow?>((db, keys) => db.Articles.Where(a => keys.Contains(a.Id))
            .Join(db.Set<ArticleBodyRow>(), a => new { a.Id, Hash = a.BodyHash }, b => new { Id = b.ArticleId, b.Hash }, (a, b) => new KeyValuePair<Guid, ArticleBodyRow?>(a.Id, b)));
        Counts = One((db, keys) => db.PublicEdges<ArticleCategoryRow>(now).Where(e => e.Kind == "ARTICLE" && keys.Contains(e.CategoryId))
            .GroupBy(e => e.CategoryId).Select(group => new KeyValuePair<Guid, int>(group.Key, group.Count())));
        Alts = One<string?>((db, keys) => db.Images.Where(i => keys.Contains(i.Id)).Select(i => new KeyValuePair<Guid, string?>(
            i.Id,
            db.PublicEdges<ArticleImageRow>(now).Any(e => e.ImageId == i.Id && e.Alt == i.Alt)
                ? i.Alt
                : db.PublicEdges<ArticleImageRow>(now).Where(e => e.ImageId == i.Id).Min(e => e.Alt))));
        NewestArticles = Many((db, keys) => db.Categories.Where(c => keys.Contains(c.Id)).SelectMany(
            c => db.PublicEdges<ArticleCategoryRow>(now).Where(e => e.CategoryId == c.Id && e.Kind == "ARTICLE")
                .OrderByDescending(e => e.PublishedSort).ThenByDescending(e => e.ArticleId).Take(Newest),
            (_, e) => e)
            .OrderByDescending(e => e.PublishedSort).ThenByDescending(e => e.ArticleId)
            .Select(e => new KeyValuePair<Guid, ArticleRow>(e.CategoryId, e.Article!)));
    }

    public DateTimeOffset Now { get; }

    public BatchLoader<Guid, IReadOnlyList<AuthorRow>> Authors { get; }

    public BatchLoader<Guid, IReadOnlyList<TagRow>> Tags { get; }

    public BatchLoader<Guid, IReadOnlyList<CategoryRow>> Categories { get; }

    public BatchLoader<Guid, IReadOnlyList<CategoryRow>> Ancestors { get; }

    public BatchLoader<Guid, IReadOnlyList<ArticleImageRow>> Images { get; }

    public BatchLoader<Guid, IReadOnlyList<ArticleRow>> NewestArticles { get; }

    public BatchLoader<Guid, ImageRow?> Covers { get; }

    public BatchLoader<Guid, ArticleBodyRow?> Bodies { get; }

    public BatchLoader<Guid, int> Counts { get; }

    public BatchLoader<Guid, string?> Alts { get; }

    /// <summary>Runs one query on a context of its own, since resolvers may run side by side.</summary>
    public async Task<T> QueryAsync<T>(Func<ContentDbContext, Task<T>> queryAsync)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        return await queryAsync(context);
    }

    private BatchLoader<Guid, T> One<T>(Func<ContentDbContext, Guid[], IQueryable<KeyValuePair<Guid, T>>> query) => new(async keys =>
        (await QueryAsync(db => query(db, [.. keys]).ToListAsync())).ToDictionary());

    private BatchLoader<Guid, IReadOnlyList<T>> Many<T>(Func<ContentDbContext, Guid[], IQueryable<KeyValuePair<Guid, T>>> query) => new(async keys =>
        (await QueryAsync(db => query(db, [.. keys]).ToListAsync()))
            .GroupBy(row => row.Key, row => row.Value)
            .ToDictionary(group => group.Key, IReadOnlyList<T> (group) => [.. group]));
}
