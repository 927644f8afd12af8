using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>All that a database holds as objects in memory, and which of them a caller sees (contract C2).</summary>
internal sealed class ReferenceGraph
{
    private readonly DateTimeOffset _now;
    private readonly Dictionary<Guid, GraphObject> _objects = [];
    private readonly Dictionary<Guid, ArticleRow> _rows;

    private ReferenceGraph(DateTimeOffset now, IReadOnlyList<ArticleRow> articles)
    {
        _now = now;
        _rows = articles.ToDictionary(article => article.Id);
    }

    /// <summary>Every article, hidden ones included.</summary>
    public IReadOnlyList<GraphObject> AllArticles => All("Article");

    /// <summary>Reads a database.</summary>
    public static async Task<ReferenceGraph> LoadAsync(string connectionString, DateTimeOffset now)
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString));
        var graph = new ReferenceGraph(now, await context.Articles.AsNoTracking().ToListAsync());
        graph.AddShared(
            await context.Categories.AsNoTracking().ToListAsync(),
            await context.Tags.AsNoTracking().ToListAsync(),
            await context.Authors.AsNoTracking().ToListAsync(),
            await context.Images.AsNoTracking().ToListAsync());
        graph.AddArticles(
            await context.Set<ArticleCategoryRow>().AsNoTracking().Where(edge => edge.IsLeaf).ToListAsync(),
            await context.Set<ArticleTagRow>().AsNoTracking().ToListAsync(),
            await context.Set<ArticleAuthorRow>().AsNoTracking().ToListAsync());
        return graph;
    }

    /// <summary>Every object of a type.</summary>
    public IReadOnlyList<GraphObject> All(string type) => [.. _objects.Values.Where(found => found.Type == type)];

    /// <summary>The articles and pages that a caller sees.</summary>
    public IEnumerable<GraphObject> Articles(bool isPreview) => AllArticles.Where(article => isPreview || (string)article["status"]! == "PUBLISHED");

    /// <summary>The articles and pages of a category, tag or author that a caller sees.</summary>
    public IEnumerable<GraphObject> ArticlesOf(GraphObject owner, bool isPreview, bool includesDescendants = true) => Articles(isPreview).Where(article => owner.Type switch
    {
        "Tag" => article.Many("tags").Contains(owner),
        "Author" => article.Many("authors").Contains(owner),
        _ => article.Many("categories").Any(leaf => leaf == owner || (includesDescendants && leaf.Many("ancestors").Contains(owner))),
    });

    /// <summary>What <c>articleCount</c> says.</summary>
    public int CountOf(GraphObject owner, bool isPreview, bool includesDescendants = true) =>
        ArticlesOf(owner, isPreview, includesDescendants).Count(article => (string)article["kind"]! == "ARTICLE");

    /// <summary>The categories, tags or authors that a caller sees.</summary>
    public IEnumerable<GraphObject> List(string type, bool isPreview) => All(type).Where(found => isPreview || ArticlesOf(found, isPreview: false).Any());

    /// <summary>Gives the path of a category from the top, itself included.</summary>
    public static IEnumerable<GraphObject> Line(GraphObject category) => category.Many("ancestors").Append(category);

    private void AddShared(List<CategoryRow> categories, List<TagRow> tags, List<AuthorRow> authors, List<ImageRow> images)
    {
        foreach (var row in categories.OrderBy(category => category.Depth))
        {
            var parent = row.ParentId is { } id ? _objects[id] : null;
            Add("Category", row.Id, ("slug", row.Slug), ("name", row.Name), ("path", row.Path), ("depth", row.Depth), ("position", row.Position), ("parent", parent), ("ancestors", parent is null ? [] : Line(parent).ToList()));
        }

        foreach (var row in tags)
        {
            Add("Tag", row.Id, ("slug", row.Slug), ("name", row.Name));
        }

        foreach (var row in authors)
        {
            Add("Author", row.Id, ("slug", row.Slug), ("name", row.Name));
        }

        foreach (var row in images)
        {
            Add("Image", row.Id, ("sourceUrl", row.SourceUrl), ("mimeType", row.MimeType));
        }
    }

    private void AddArticles(List<ArticleCategoryRow> categories, List<ArticleTagRow> tags, List<ArticleAuthorRow> authors)
    {
        foreach (var row in _rows.Values)
        {
            Add(
                "Article", row.Id, ("slug", row.Slug), ("path", row.Path), ("title", row.Title), ("kind", row.Kind), ("status", Status(row)), ("publishedAt", row.PublishedAt), ("updatedAt", row.UpdatedAt),
                ("locale", row.Locale), ("wordCount", row.WordCount), ("weight", row.Weight), ("series", row.SeriesSlug), ("sourcePath", row.FilePath), ("params", JsonNode.Parse(row.Params)),
                ("cover", row.CoverId is { } cover ? _objects[cover] : null), ("primaryCategory", row.PrimaryCategoryId is { } category ? _objects[category] : null),
                ("categories", Targets(categories, edge => edge.CategoryId, row)), ("tags", Targets(tags, edge => edge.TagId, row)), ("authors", Targets(authors, edge => edge.AuthorId, row)));
        }
    }

    private List<GraphObject> Targets<TEdge>(IEnumerable<TEdge> edges, Func<TEdge, Guid> target, ArticleRow article)
        where TEdge : ArticleEdgeRow =>
        [.. edges.Where(edge => edge.ArticleId == article.Id).OrderBy(edge => edge.Position).ThenBy(edge => target(edge).ToString(), StringComparer.Ordinal).Select(edge => _objects[target(edge)])];

    private void Add(string type, Guid key, params (string Field, object? Value)[] fields)
    {
        var added = _objects[key] = new GraphObject(type, key);
        foreach (var (field, value) in fields)
        {
            added[field] = value;
        }
    }

    private string Status(ArticleRow article) =>
        article.Draft ? "DRAFT"
        : article.PublishedAt > _now ? "SCHEDULED"
        : article.ExpiresAt <= _now ? "EXPIRED"
        : "PUBLISHED";
}
