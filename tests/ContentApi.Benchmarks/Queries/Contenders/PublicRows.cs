using ContentApi.Data;
using ContentApi.Data.Rows;

namespace ContentApi.Benchmarks.Queries.Contenders;

/// <summary>What the public sees, in LINQ.</summary>
internal static class PublicRows
{
    public static IQueryable<ArticleRow> PublicArticles(this ContentDbContext context, DateTimeOffset now) =>
        context.Articles.Where(a => !a.Draft && a.PublishedSort <= now && a.ExpiresSort > now);

    public static IQueryable<T> PublicEdges<T>(this ContentDbContext context, DateTimeOffset now)
        where T : ArticleEdgeRow =>
        context.Set<T>().Where(e => !e.Draft && e.PublishedSort <= now && e.ExpiresSort > now);
}
