namespace ContentApi.Parsing.Dialects;

/// <summary>Jekyll: posts lie in <c>_posts</c> with the date in their names, collections in folders that begin with an underscore; all else is a page.</summary>
internal sealed class JekyllRules : DialectRules
{
    private const string Posts = "_posts";

    public static readonly JekyllRules Instance = new();

    private static readonly string[] PatternNames = ["pretty", "date", "none", "ordinal", "weekdate"];

    public override IReadOnlyList<string> AliasKeys { get; } = ["redirectfrom", "aliases", "alias"];

    public override IReadOnlyList<string> WeightKeys { get; } = ["weight", "order", "navorder"];

    // page_id: Polyglot; lang-ref and ref: how sites without a plugin pair their pages.
    public override IReadOnlyList<string> TranslationKeys { get; } = ["translationkey", "translationid", "i18nkey", "pageid", "langref", "ref"];

    // header: the theme Minimal Mistakes.
    public override IReadOnlyList<string> CoverKeys { get; } =
        ["image", "cover", "coverimage", "featuredimage", "featureimage", "featureimg", "header/image", "header/overlayimage", "img", "banner", "hero", "heroimage", "headerimg", "headimg", "bannerimg", "topimg"];

    public override IReadOnlyList<string> ThumbnailKeys { get; } = ["thumbnail", "thumb", "thumbnailimg", "thumbnailimage", "header/teaser"];

    public override TextSplit TagSplit => TextSplit.Spaces;

    public override TextSplit CategorySplit => TextSplit.Spaces;

    // Utils.pluralized_array_from_hash: the singular key is taken whole, and only without one the plural is looked at.
    public override bool SingularWins => true;

    public override bool HasExcerptSeparator => true;

    /// <summary>The folders above <c>_posts</c> are categories of its posts.</summary>
    public override IReadOnlyList<string> CategoriesOf(ContentPath file) => file.FoldersAbove(Posts);

    /// <summary>Files of posts, drafts and collections are articles, and so are files named as posts are.</summary>
    public override ArticleKind KindOf(ContentPath file) =>
        !file.HasFolder("_pages") && (file.Date is not null || file.HasFolderWithUnderscore) ? ArticleKind.Article : ArticleKind.Page;

    public override bool IsPatternName(string permalink) => PatternNames.Contains(permalink, StringComparer.OrdinalIgnoreCase);
}
