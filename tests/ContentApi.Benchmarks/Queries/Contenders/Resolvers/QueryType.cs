using System.Globalization;
using System.Text;
using ContentApi.Benchmarks.Queries.Contenders.Projections;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Schema;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Benchmarks.Queries.Contenders.Resolvers;

/// <summary>The query type: the fields that the questions need.</summary>
internal sealed class QueryType : ObjectGraphType
{
    private const int MaximumDepth = 8;

    public QueryType()
    {
        Name = "Query";
        Field<ArticlesType>("articles").Argument<IntGraphType>("first").Argument<StringGraphType>("after").Argument<ArticleFilterType>("where").ResolveAsync(async c => await ArticlesAsync(c));
        Field<ArticleType>("article").Argument<NonNullGraphType<ArticleByType>>("by").ResolveAsync(async c => await ArticleAsync(c));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CategoryType>>>>("categoryTree").ResolveAsync(async c => await TreeAsync((Loaders)c.UserContext));
    }

    private static async Task<ArticleRow?> ArticleAsync(IResolveFieldContext context)
    {
        var loaders = (Loaders)context.UserContext;
        var by = context.GetArgument<Dictionary<string, object?>>("by");
        return await loaders.QueryAsync(db =>
        {
            var articles = db.PublicArticles(loaders.Now);
            if (by.TryGetValue("id", out var id))
            {
                var key = GlobalId.TryParse((string)id!, out var found) ? found.Value.Key : default;
                return articles.FirstOrDefaultAsync(a => a.Id == key);
            }

            var path = (string)by["path"]!;
            return articles.Where(a => a.Path == path).OrderByDescending(a => a.Locale == a.Source!.DefaultLocale).ThenBy(a => a.Id).FirstOrDefaultAsync();
        });
    }

    private static async Task<Page<ArticleRow>> ArticlesAsync(IResolveFieldContext context)
    {
        var loaders = (Loaders)context.UserContext;
        var first = context.GetArgument("first", 10);
        var rows = await loaders.QueryAsync(db =>
        {
            var articles = db.PublicArticles(loaders.Now).Where(a => a.Kind == "ARTICLE");
            articles = Filter(db, articles, context.GetArgument<Dictionary<string, object?>?>("where"));
            if (context.GetArgument<string?>("after") is { } cursor)
            {
                var (published, id) = ReadCursor(cursor);
                articles = articles.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.PublishedSort, a.Id), ValueTuple.Create(published, id)));
            }

            return articles.OrderByDescending(a => a.PublishedSort).ThenByDescending(a => a.Id).Take(first + 1).ToListAsync();
        });
        var nodes = rows.Count > first ? rows[..first] : rows;
        return new Page<ArticleRow>(nodes, new PageInfo(rows.Count > first, nodes.Count == 0 ? null : FieldValues.Cursor(nodes[^1].PublishedSort, nodes[^1].Id)));
    }

    private static IQueryable<ArticleRow> Filter(ContentDbContext db, IQueryable<ArticleRow> articles, Dictionary<string, object?>? where)
    {
        if (Some(where, "categories") is { } category)
        {
            var under = (string)category["under"]!;
            articles = articles.Where(a => db.Set<ArticleCategoryRow>().Any(e => e.ArticleId == a.Id && e.Category!.Path == under));
        }

        if (Some(where, "tags") is { } tag)
        {
            var slug = (string)((IDictionary<string, object?>)tag["slug"]!)["eq"]!;
            articles = articles.Where(a => db.Set<ArticleTagRow>().Any(e => e.ArticleId == a.Id && e.Tag!.Slug == slug));
        }

        return articles;
    }

    private static IDictionary<string, object?>? Some(Dictionary<string, object?>? where, string field) =>
        where is not null && where.TryGetValue(field, out var list) ? (IDictionary<string, object?>)((IDictionary<string, object?>)list!)["some"]! : null;

    // The cursors that all are sent are ContentApi's: a fingerprint, then the sort keys.
    private static (DateTimeOffset Published, Guid Id) ReadCursor(string cursor)
    {
        var keys = System.Text.Json.JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Convert.FromBase64String(cursor)))!;
        return (DateTimeOffset.Parse(keys[1], CultureInfo.InvariantCulture), Guid.Parse(keys[2]));
    }

    private static async Task<IEnumerable<CategoryRow>> TreeAsync(Loaders loaders)
    {
        var categories = await loaders.QueryAsync(db => db.Categories
            .Where(c => c.Depth < MaximumDepth && db.PublicEdges<ArticleCategoryRow>(loaders.Now).Any(e => e.CategoryId == c.Id))
            .ToListAsync());

        // A parent directly before its descendants: by path with slashes before everything else.
        return categories.OrderBy(c => c.Path.Replace('/', '\0'), StringComparer.Ordinal);
    }
}
