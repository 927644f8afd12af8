using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Dialects;

/// <summary>What a tool's conventions say about keys and files. The names of keys are folded (<see cref="FieldName.Fold"/>), the first one present wins.</summary>
internal abstract class DialectRules
{
    public virtual IReadOnlyList<string> PublishedKeys { get; } =
        ["date", "pubdate", "publishdate", "publishedat", "publisheddate", "datepublished", "published", "created", "createdat", "ms.date"];

    public virtual IReadOnlyList<string> UpdatedKeys { get; } =
        ["lastmod", "updated", "lastmodifiedat", "modified", "updatedat", "lastmodified", "updateddate", "datemodified"];

    public virtual IReadOnlyList<string> ExpiresKeys { get; } = ["expirydate", "expires", "expiresat", "expirationdate", "unpublishdate"];

    public virtual IReadOnlyList<string> DescriptionKeys { get; } = ["description", "desc", "subtitle"];

    public virtual IReadOnlyList<string> ExcerptKeys { get; } = ["excerpt", "summary"];

    public virtual IReadOnlyList<string> WeightKeys { get; } = ["weight", "order"];

    public virtual IReadOnlyList<string> LocaleKeys { get; } = ["lang", "language", "locale"];

    public virtual IReadOnlyList<string> TagKeys { get; } = ["tags", "tag"];

    public virtual IReadOnlyList<string> CategoryKeys { get; } = ["categories", "category"];

    public virtual IReadOnlyList<string> AuthorKeys { get; } = ["author", "authors", "by"];

    public virtual IReadOnlyList<string> PathKeys { get; } = ["permalink", "url", "path"];

    public virtual IReadOnlyList<string> CanonicalKeys { get; } = ["canonical", "canonicalurl"];

    public virtual IReadOnlyList<string> CommentKeys { get; } = ["comments", "comment"];

    public virtual IReadOnlyList<string> CoverKeys { get; } =
        ["cover", "headimg", "coverimage", "featuredimage", "featureimage", "image", "img", "banner", "bannerimg", "hero", "heroimage", "headerimg", "topimg"];

    public virtual IReadOnlyList<string> ThumbnailKeys { get; } = ["thumbnail", "thumb", "thumbnailimage"];

    public virtual IReadOnlyList<string> GalleryKeys { get; } = ["images", "photos", "gallery"];

    /// <summary>True when a tag text with commas means several tags.</summary>
    public abstract bool SplitsTagsAtCommas { get; }

    /// <summary>The paths that a list of categories means; one item per element of the list, as a name or a list of names.</summary>
    public abstract IReadOnlyList<IReadOnlyList<string>> ToCategoryPaths(IReadOnlyList<CategoryItem> items);

    /// <summary>The kind of a file of which layout and type say nothing.</summary>
    public abstract ArticleKind KindOf(ContentPath path);

    /// <summary>Name of the top folder that is no part of an address; null when there is none.</summary>
    public virtual string? RootFolder => null;

    public static DialectRules For(Dialect dialect) => dialect switch
    {
        Dialect.Hexo => HexoRules.Instance,
        _ => GenericRules.Instance,
    };
}
