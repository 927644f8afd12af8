using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>The entities of the graph: tables, visibility, orders and filters.</summary>
internal static class Entities
{
    /// <summary>Edges between articles and the other entities.</summary>
    public static readonly ArticleEdge<ArticleCategoryRow> ArticleCategory = new(x => x.CategoryId, Column<CategoryRow>.Name(x => x.ListedArticles));
    public static readonly ArticleEdge<ArticleTagRow> ArticleTag = new(x => x.TagId, Column<TagRow>.Name(x => x.ListedArticles));
    public static readonly ArticleEdge<ArticleAuthorRow> ArticleAuthor = new(x => x.AuthorId, Column<AuthorRow>.Name(x => x.ListedArticles));
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
            ["title"] = new(SortKeyType.Text, Column<ArticleRow>.Expression(x => x.Title), IsIndexedByBeginning: true),
            ["wordCount"] = new(SortKeyType.Integer, Column<ArticleRow>.Expression(x => x.WordCount)),
            ["slug"] = new(SortKeyType.Text, Column<ArticleRow>.Expression(x => x.Slug)),
            ["weight"] = new(SortKeyType.Float, Column<ArticleRow>.Expression(x => x.WeightSort)),
        },
        ReferenceOrders = new Dictionary<string, ReferenceOrder>
        {
            ["primaryCategory"] = new(() => Category!, Column<ArticleRow>.Name(x => x.PrimaryCategoryId)),
        },
        Filters = new Dictionary<string, FilterField>
        {
            ["id"] = new ValueFilter(FilterType.Id, Column<ArticleRow>.Expression(x => x.Id)),
            ["slug"] = new ValueFilter(FilterType.Text, Column<ArticleRow>.Expression(x => x.Slug)),
            ["path"] = new ValueFilter(FilterType.Text, Column<ArticleRow>.Expression(x => x.Path)),
            ["title"] = new ValueFilter(FilterType.Text, Column<ArticleRow>.Expression(x => x.Title)),
            ["kind"] = new ValueFilter(FilterType.Text, Column<ArticleRow>.Expression(x => x.Kind)),
            ["status"] = new ValueFilter(FilterType.Text, (row, scope) => $"({ArticleVisibility.Status(row, scope)})"),
            ["publishedAt"] = new ValueFilter(FilterType.Instant, Column<ArticleRow>.Expression(x => x.PublishedSort)),
            ["updatedAt"] = new ValueFilter(FilterType.Instant, Column<ArticleRow>.Expression(x => x.UpdatedSort)),
            ["locale"] = new ValueFilter(FilterType.Text, Column<ArticleRow>.Expression(x => x.Locale)),
            ["wordCount"] = new ValueFilter(FilterType.Integer, Column<ArticleRow>.Expression(x => x.WordCount)),
            ["authors"] = ArticleAuthor.Filter(() => Author!),
            ["categories"] = ArticleCategory.Filter(() => Category!, CategoryFields.IsLeaf),
            ["tags"] = ArticleTag.Filter(() => Tag!),
            ["series"] = new ValueFilter(FilterType.Text, Column<ArticleRow>.Expression(x => x.SeriesSlug)),
            ["cover"] = new ReferenceFilter(() => Image!, Column<ArticleRow>.Name(x => x.CoverId)),
            ["sourcePath"] = new ValueFilter(FilterType.Text, Column<ArticleRow>.Expression(x => x.FilePath)),
            ["params"] = new JsonFilter(Column<ArticleRow>.Name(x => x.Params)),
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
            ["id"] = new ValueFilter(FilterType.Id, Column<CategoryRow>.Expression(x => x.Id)),
            ["slug"] = new ValueFilter(FilterType.Text, Column<CategoryRow>.Expression(x => x.Slug)),
            ["name"] = new ValueFilter(FilterType.Text, Column<CategoryRow>.Expression(x => x.Name)),
            ["path"] = new ValueFilter(FilterType.Text, Column<CategoryRow>.Expression(x => x.Path)),
            ["depth"] = new ValueFilter(FilterType.Integer, Column<CategoryRow>.Expression(x => x.Depth)),
            ["parent"] = new ReferenceFilter(() => Category!, Column<CategoryRow>.Name(x => x.ParentId)),
            ["under"] = new SubtreeFilter(),
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
            ["id"] = new ValueFilter(FilterType.Id, Column<AuthorRow>.Expression(x => x.Id)),
            ["slug"] = new ValueFilter(FilterType.Text, Column<AuthorRow>.Expression(x => x.Slug)),
            ["name"] = new ValueFilter(FilterType.Text, Column<AuthorRow>.Expression(x => x.Name)),
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
            ["id"] = new ValueFilter(FilterType.Id, Column<TagRow>.Expression(x => x.Id)),
            ["slug"] = new ValueFilter(FilterType.Text, Column<TagRow>.Expression(x => x.Slug)),
            ["name"] = new ValueFilter(FilterType.Text, Column<TagRow>.Expression(x => x.Name)),
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
            ["id"] = new ValueFilter(FilterType.Id, Column<ImageRow>.Expression(x => x.Id)),
            ["sourceUrl"] = new ValueFilter(FilterType.Text, Column<ImageRow>.Expression(x => x.SourceUrl)),
            ["mimeType"] = new ValueFilter(FilterType.Text, Column<ImageRow>.Expression(x => x.MimeType)),
        },
    };

    public static readonly Entity Diagnostic = new()
    {
        TypeName = "Diagnostic",
        Table = TableMap.Of<DiagnosticRow>().Name,
        Alias = "d",
        Filters = new Dictionary<string, FilterField>
        {
            ["severity"] = new ValueFilter(FilterType.Text, Column<DiagnosticRow>.Expression(x => x.Severity)),
            ["code"] = new ValueFilter(FilterType.Text, Column<DiagnosticRow>.Expression(x => x.Code)),
            ["path"] = new ValueFilter(FilterType.Text, Column<DiagnosticRow>.Expression(x => x.Path)),
            ["source"] = new ValueFilter(FilterType.Text, (row, scope) => SourceName.Of(row[Column<DiagnosticRow>.Name(x => x.SourceId)], scope)),
            ["importId"] = new ValueFilter(FilterType.Id, Column<DiagnosticRow>.Expression(x => x.ImportRunId)),
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
