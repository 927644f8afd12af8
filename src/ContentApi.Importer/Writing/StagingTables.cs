using ContentApi.Data.Rows;

namespace ContentApi.Importer.Writing;

/// <summary>
/// The columns that files give. What is missing, the version of an article, is filled in by the merge.
/// </summary>
internal static class StagingTables
{
    public static readonly StagingTable<ArticleRow> Articles = new(
        x => x.Id, x => x.SourceId, x => x.FilePath, x => x.Path, x => x.Slug, x => x.Title, x => x.Description, x => x.Excerpt,
        x => x.Kind, x => x.Draft, x => x.PublishedAt, x => x.UpdatedAt, x => x.ExpiresAt, x => x.Weight,
        x => x.SourceDateRaw, x => x.SourceDateZone, x => x.SourceDateZoneAssumed, x => x.Locale,
        x => x.TranslationKey, x => x.SeriesTitle, x => x.SeriesSlug, x => x.SeriesPosition,
        x => x.BodyFormat, x => x.BodyHash, x => x.BodyStartLine, x => x.WordCount, x => x.ReadingTime, x => x.CoverId, x => x.PrimaryCategoryId,
        x => x.CanonicalUrl, x => x.CommentsEnabled, x => x.Params, x => x.Fields, x => x.ContentHash, x => x.FileStamp, x => x.Commit, x => x.ParserVersion, x => x.ImportedAt);

    public static readonly StagingTable<ArticleBodyRow> Bodies = new(x => x.ArticleId, x => x.Hash, x => x.Raw, x => x.Html, x => x.Text, x => x.TableOfContents);

    public static readonly StagingTable<ArticleAliasRow> ArticleAliases = new(x => x.ArticleId, x => x.Path, x => x.Position);

    public static readonly StagingTable<ArticleLinkRow> ArticleLinks = new(
        x => x.ArticleId, x => x.Position, x => x.Field, x => x.Syntax, x => x.Address, x => x.TargetFilePath, x => x.TargetPath);

    public static readonly StagingTable<ArticleTagRow> ArticleTags = new(
        x => x.ArticleId, x => x.TagId, x => x.Name, x => x.Position, x => x.Kind, x => x.Draft, x => x.PublishedSort, x => x.ExpiresSort);

    public static readonly StagingTable<ArticleAuthorRow> ArticleAuthors = new(
        x => x.ArticleId, x => x.AuthorId, x => x.Name, x => x.Url, x => x.Bio, x => x.Email, x => x.Params, x => x.AvatarId, x => x.AvatarUrl, x => x.Position,
        x => x.Kind, x => x.Draft, x => x.PublishedSort, x => x.ExpiresSort);

    public static readonly StagingTable<ArticleCategoryRow> ArticleCategories = new(
        x => x.ArticleId, x => x.CategoryId, x => x.IsLeaf, x => x.Name, x => x.Position, x => x.Kind, x => x.Draft, x => x.PublishedSort, x => x.ExpiresSort);

    public static readonly StagingTable<ArticleImageRow> ArticleImages = new(
        x => x.ArticleId, x => x.ImageId, x => x.Roles, x => x.SourceUrl, x => x.Alt, x => x.Title, x => x.ThumbnailUrl, x => x.Position,
        x => x.Kind, x => x.Draft, x => x.PublishedSort, x => x.ExpiresSort);

    public static readonly StagingTable<TagRow> Tags = new(x => x.Id, x => x.Slug, x => x.Name);

    public static readonly StagingTable<AuthorRow> Authors = new(x => x.Id, x => x.Slug, x => x.Name);

    public static readonly StagingTable<CategoryRow> Categories = new(
        x => x.Id, x => x.ParentId, x => x.Slug, x => x.Name, x => x.Path, x => x.Depth, x => x.Position);

    public static readonly StagingTable<CategoryClosureRow> Closure = new(x => x.AncestorId, x => x.DescendantId, x => x.Distance);

    public static readonly StagingTable<ImageRow> Images = new(
        x => x.Id, x => x.SourceId, x => x.Origin, x => x.SourceUrl, x => x.Url, x => x.FilePath, x => x.MimeType, x => x.ByteSize, x => x.ContentHash, x => x.FileStamp);

    public static readonly StagingTable<DiagnosticRow> Diagnostics = new(
        x => x.Id, x => x.SourceId, x => x.Path, x => x.Position, x => x.Code, x => x.Severity, x => x.Line, x => x.ColumnNumber, x => x.Message,
        x => x.Snippet, x => x.Hint, x => x.ImportRunId);

    /// <summary>Those whose rows belong to one article each.</summary>
    public static readonly CopyTarget[] OfArticles = [Articles, Bodies, ArticleAliases, ArticleLinks, ArticleTags, ArticleAuthors, ArticleCategories, ArticleImages];

    /// <summary>Those of <see cref="OfArticles"/> of which an article may have several rows.</summary>
    public static readonly CopyTarget[] PartsOfArticles = [.. OfArticles.Where(x => x != Articles && x != Bodies)];

    /// <summary>Those whose rows belong to all articles that give them.</summary>
    public static readonly CopyTarget[] OfSharedRows = [Tags, Authors, Categories, Closure, Images];
}
