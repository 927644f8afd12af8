using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>The entities of the graph: tables, visibility, orders and filters.</summary>
internal static class Entities
{
    /// <summary>Edges between articles and the other entities.</summary>
    public static readonly ArticleEdge<ArticleCategoryRow> ArticleCategory = new(x => x.CategoryId);
    public static readonly ArticleEdge<ArticleTagRow> ArticleTag = new(x => x.TagId);
    public static readonly ArticleEdge<ArticleAuthorRow> ArticleAuthor = new(x => x.AuthorId);
    public static readonly ArticleEdge<ArticleAuthorRow> ArticleAvatar = new(x => x.AvatarId);
    public static readonly ArticleEdge<ArticleImageRow> ArticleImage = new(x => x.ImageId);

    public static readonly Entity Article = new()
    {
        TypeName = "Article",
        Table = TableMap.Of<ArticleRow>().Name,
        Alias = "a",
        IsPublic = ArticleVisibility.IsPublic,
        DefaultOrder = ("publishedAt", true),
        Orders = new Dictionary<string, OrderField>
        {
            ["publishedAt"] = new(SortKeyType.Instant, Column<ArticleRow>.Expression(x => x.PublishedSort)),
            ["updatedAt"] = new(SortKeyType.Instant, Column<ArticleRow>.Expression(x => x.UpdatedSort)),
            ["title"] = new(SortKeyType.Text, Column<ArticleRow>.Expression(x => x.Title)),
            ["wordCount"] = new(SortKeyType.Integer, Column<ArticleRow>.Expression(x => x.WordCount)),
            ["slug"] = new(SortKeyType.Text, Column<ArticleRow>.Expression(x => x.Slug)),
            ["weight"] = new(SortKeyType.Float, Column<ArticleRow>.Expression(x => x.WeightSort)),
        },
        Filters = new Dictionary<string, FilterField>
        {
            ["id"] = new(FilterType.Id, Column<ArticleRow>.Expression(x => x.Id)),
            ["slug"] = new(FilterType.Text, Column<ArticleRow>.Expression(x => x.Slug)),
            ["path"] = new(FilterType.Text, Column<ArticleRow>.Expression(x => x.Path)),
            ["title"] = new(FilterType.Text, Column<ArticleRow>.Expression(x => x.Title)),
            ["kind"] = new(FilterType.Text, Column<ArticleRow>.Expression(x => x.Kind)),
            ["status"] = new(FilterType.Text, (row, scope) => $"({ArticleVisibility.Status(row, scope)})"),
            ["publishedAt"] = new(FilterType.Instant, Column<ArticleRow>.Expression(x => x.PublishedAt)),
            ["updatedAt"] = new(FilterType.Instant, Column<ArticleRow>.Expression(x => x.UpdatedAt)),
            ["locale"] = new(FilterType.Text, Column<ArticleRow>.Expression(x => x.Locale)),
            ["wordCount"] = new(FilterType.Integer, Column<ArticleRow>.Expression(x => x.WordCount)),
            ["sourcePath"] = new(FilterType.Text, Column<ArticleRow>.Expression(x => x.FilePath)),
        },
    };

    public static readonly Entity Category = new()
    {
        TypeName = "Category",
        Table = TableMap.Of<CategoryRow>().Name,
        Alias = "c",
        IsPublic = ArticleCategory.HasArticle,
        DefaultOrder = ("path", false),
        Orders = new Dictionary<string, OrderField>
        {
            ["name"] = new(SortKeyType.Text, Column<CategoryRow>.Expression(x => x.Name)),
            ["path"] = new(SortKeyType.Text, Column<CategoryRow>.Expression(x => x.Path)),
            ["articleCount"] = new(SortKeyType.Integer, ArticleCategory.CountOf),
            ["position"] = new(SortKeyType.Integer, Column<CategoryRow>.Expression(x => x.Position)),
        },
        Filters = new Dictionary<string, FilterField>
        {
            ["id"] = new(FilterType.Id, Column<CategoryRow>.Expression(x => x.Id)),
            ["slug"] = new(FilterType.Text, Column<CategoryRow>.Expression(x => x.Slug)),
            ["name"] = new(FilterType.Text, Column<CategoryRow>.Expression(x => x.Name)),
            ["path"] = new(FilterType.Text, Column<CategoryRow>.Expression(x => x.Path)),
            ["depth"] = new(FilterType.Integer, Column<CategoryRow>.Expression(x => x.Depth)),
        },
    };

    public static readonly Entity Author = new()
    {
        TypeName = "Author",
        Table = TableMap.Of<AuthorRow>().Name,
        Alias = "w",
        IsPublic = ArticleAuthor.HasArticle,
        DefaultOrder = ("name", false),
        Orders = new Dictionary<string, OrderField>
        {
            ["name"] = new(SortKeyType.Text, Column<AuthorRow>.Expression(x => x.Name)),
            ["articleCount"] = new(SortKeyType.Integer, ArticleAuthor.CountOf),
        },
        Filters = new Dictionary<string, FilterField>
        {
            ["id"] = new(FilterType.Id, Column<AuthorRow>.Expression(x => x.Id)),
            ["slug"] = new(FilterType.Text, Column<AuthorRow>.Expression(x => x.Slug)),
            ["name"] = new(FilterType.Text, Column<AuthorRow>.Expression(x => x.Name)),
        },
    };

    public static readonly Entity Tag = new()
    {
        TypeName = "Tag",
        Table = TableMap.Of<TagRow>().Name,
        Alias = "t",
        IsPublic = ArticleTag.HasArticle,
        DefaultOrder = ("name", false),
        Orders = new Dictionary<string, OrderField>
        {
            ["name"] = new(SortKeyType.Text, Column<TagRow>.Expression(x => x.Name)),
            ["articleCount"] = new(SortKeyType.Integer, ArticleTag.CountOf),
        },
        Filters = new Dictionary<string, FilterField>
        {
            ["id"] = new(FilterType.Id, Column<TagRow>.Expression(x => x.Id)),
            ["slug"] = new(FilterType.Text, Column<TagRow>.Expression(x => x.Slug)),
            ["name"] = new(FilterType.Text, Column<TagRow>.Expression(x => x.Name)),
        },
    };

    public static readonly Entity Image = new()
    {
        TypeName = "Image",
        Table = TableMap.Of<ImageRow>().Name,
        Alias = "i",
        IsPublic = ImageFields.IsPublic,
        DefaultOrder = ("sourceUrl", false),
        Orders = new Dictionary<string, OrderField>
        {
            ["sourceUrl"] = new(SortKeyType.Text, Column<ImageRow>.Expression(x => x.SourceUrl)),
            ["byteSize"] = new(SortKeyType.Integer, Column<ImageRow>.Expression(x => x.ByteSizeSort)),
        },
        Filters = new Dictionary<string, FilterField>
        {
            ["id"] = new(FilterType.Id, Column<ImageRow>.Expression(x => x.Id)),
            ["sourceUrl"] = new(FilterType.Text, Column<ImageRow>.Expression(x => x.SourceUrl)),
            ["mimeType"] = new(FilterType.Text, Column<ImageRow>.Expression(x => x.MimeType)),
        },
    };

    public static readonly Entity Diagnostic = new()
    {
        TypeName = "Diagnostic",
        Table = TableMap.Of<DiagnosticRow>().Name,
        Alias = "d",
        Filters = new Dictionary<string, FilterField>
        {
            ["severity"] = new(FilterType.Text, Column<DiagnosticRow>.Expression(x => x.Severity)),
            ["code"] = new(FilterType.Text, Column<DiagnosticRow>.Expression(x => x.Code)),
            ["path"] = new(FilterType.Text, Column<DiagnosticRow>.Expression(x => x.Path)),
            ["source"] = new(FilterType.Text, (row, scope) => SourceName.Of(row[Column<DiagnosticRow>.Name(x => x.SourceId)], scope)),
            ["importId"] = new(FilterType.Id, Column<DiagnosticRow>.Expression(x => x.ImportRunId)),
        },
    };

    public static readonly Entity Import = new()
    {
        TypeName = "Import",
        Table = TableMap.Of<ImportRunRow>().Name,
        Alias = "r",
    };

    public static readonly Entity ArticleSeries = new()
    {
        TypeName = "ArticleSeries",
        Table = TableMap.Of<ArticleRow>().Name,
        Alias = "a",
        IsPublic = SeriesFields.IsPublic,
    };

    /// <summary>Every entity; each is a Node.</summary>
    public static readonly IReadOnlyList<Entity> All = [Article, Category, Author, Tag, Image, Diagnostic, Import, ArticleSeries];
}
