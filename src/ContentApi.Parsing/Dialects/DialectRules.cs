using ContentApi.Parsing.Fields;

namespace ContentApi.Parsing.Dialects;

/// <summary>
/// What a tool's conventions say about keys and files. The names of keys are folded (<c>FieldName.Fold</c>), the first one
/// present wins, and <c>a/b</c> is the key b of the object a. What a tool has no word for is read as everywhere.
/// </summary>
internal abstract class DialectRules
{
    public virtual IReadOnlyList<string> PublishedKeys { get; } =
        ["date", "pubdate", "publishdate", "publishedat", "publisheddate", "datepublished", "published", "created", "createdat", "ms.date"];

    /// <summary>Keys that give the publication date when neither the other keys nor the name of the file do.</summary>
    public virtual IReadOnlyList<string> LastPublishedKeys { get; } = [];

    public virtual IReadOnlyList<string> UpdatedKeys { get; } =
        ["lastmod", "updated", "lastmodifiedat", "modified", "updatedat", "lastmodified", "updateddate", "datemodified"];

    public virtual IReadOnlyList<string> ExpiresKeys { get; } = ["expirydate", "expires", "expiresat", "expirationdate", "unpublishdate"];

    /// <summary>Words that stand for a date in the tool, lower-cased: they ask it for the time of the file.</summary>
    public virtual IReadOnlyList<string> DateWords { get; } = [];

    /// <summary>Switches that publish or hide; where one holds no switch it may be a date.</summary>
    public virtual IReadOnlyList<string> PublishSwitches { get; } = ["published", "publish"];

    public virtual IReadOnlyList<string> KindKeys { get; } = ["layout", "type"];

    public virtual IReadOnlyList<string> DescriptionKeys { get; } = ["description", "desc", "subtitle"];

    public virtual IReadOnlyList<string> ExcerptKeys { get; } = ["excerpt", "summary"];

    public virtual IReadOnlyList<string> WeightKeys { get; } = ["weight", "order"];

    public virtual IReadOnlyList<string> LocaleKeys { get; } = ["lang", "language", "locale"];

    public virtual IReadOnlyList<string> TranslationKeys { get; } = ["translationkey", "translationid", "i18nkey"];

    public virtual IReadOnlyList<string> SeriesKeys { get; } = ["series"];

    public virtual IReadOnlyList<string> SeriesOrderKeys { get; } = ["seriesorder", "seriesweight", "seriesindex", "seriespart", "part"];

    public virtual IReadOnlyList<string> TagKeys { get; } = ["tags", "tag"];

    public virtual IReadOnlyList<string> CategoryKeys { get; } = ["categories", "category"];

    public virtual IReadOnlyList<string> AuthorKeys { get; } = ["author", "authors", "by"];

    public virtual IReadOnlyList<string> PathKeys { get; } = ["permalink", "url", "path"];

    public virtual IReadOnlyList<string> SlugKeys { get; } = ["slug"];

    public virtual IReadOnlyList<string> AliasKeys { get; } = ["aliases", "alias", "redirectfrom"];

    public virtual IReadOnlyList<string> CanonicalKeys { get; } = ["canonical", "canonicalurl"];

    public virtual IReadOnlyList<string> CommentKeys { get; } = ["comments", "comment"];

    public virtual IReadOnlyList<string> CoverKeys { get; } =
        ["cover", "headimg", "coverimage", "featuredimage", "featureimage", "image", "img", "banner", "bannerimg", "hero", "heroimage", "headerimg", "topimg"];

    public virtual IReadOnlyList<string> ThumbnailKeys { get; } = ["thumbnail", "thumb", "thumbnailimage"];

    /// <summary>Keys of lists that give names to the files beside the article.</summary>
    public virtual IReadOnlyList<string> ResourceKeys { get; } = [];

    /// <summary>Keys of what comes before relative addresses of pictures.</summary>
    public virtual IReadOnlyList<string> PictureFolderKeys { get; } = [];

    public virtual IReadOnlyList<string> GalleryKeys { get; } = ["images", "photos", "gallery"];

    /// <summary>Tables whose keys count where the front matter itself lacks them, in this order.</summary>
    public virtual IReadOnlyList<string> Tables { get; } = [];

    /// <summary>Those of <see cref="Tables"/> that are no more than a place for fields: what became a field leaves them.</summary>
    public virtual IReadOnlyList<string> FieldTables { get; } = [];

    /// <summary>What a text of the plural key of tags means.</summary>
    public virtual TextSplit TagSplit => TextSplit.Commas;

    /// <summary>What a text of the plural key of categories means.</summary>
    public virtual TextSplit CategorySplit => TextSplit.None;

    /// <summary>True when <c>tag</c> and <c>category</c> are names as written, and leave the plural keys unread.</summary>
    public virtual bool SingularWins => false;

    /// <summary>True when <c>tag</c> and <c>category</c> count only where the plural keys say nothing.</summary>
    public virtual bool PluralWins => false;

    /// <summary>True when categories of the site's defaults, and of both keys, are added to each other.</summary>
    public virtual bool MergesCategories => false;

    /// <summary>True when a key without a value lets the site's default for it count.</summary>
    public virtual bool KeepsDefaultsOfNull => false;

    /// <summary>True when tags of a folder are added to those of its files.</summary>
    public virtual bool MergesTags => false;

    /// <summary>True when links between notes, <c>[[…]]</c>, and <c>#</c> may surround names and addresses.</summary>
    public virtual bool HasNoteSyntax => false;

    /// <summary>True when the name of the file is the title of a file that gives none, and needs no finding.</summary>
    public virtual bool TitlesByFileName => false;

    /// <summary>True when the first heading is the title of a file that gives none, and needs no finding.</summary>
    public virtual bool TitlesByHeading => false;

    /// <summary>Keys with the value by which they keep a file out of all lists, though whoever knows its address may read it: it is a page then.</summary>
    public virtual IReadOnlyList<(string Key, string Value)> UnlistedBy { get; } = UsuallyUnlistedBy;

    /// <summary>Tags that name no subject but what the tool calls a collection; they are left to the params.</summary>
    public virtual IReadOnlyList<string> CollectionTags { get; } = [];

    /// <summary>Keys with the value by which they keep the tool from writing a page.</summary>
    public virtual IReadOnlyList<(string Key, string Value)> UnrenderedBy { get; } = [];

    /// <summary>True for one of <see cref="AliasKeys"/> that gives a path only where it gives that of a note, with folders and without extension.</summary>
    public virtual bool HasAliasesOfNotes(string key) => false;

    /// <summary>True when aliases that do not begin with <c>/</c> lie beside the article.</summary>
    public virtual bool HasRelativeAliases => false;

    /// <summary>True when a permalink that does not begin with <c>/</c> follows the language that comes before the address.</summary>
    public virtual bool HasPermalinksInLanguage => false;

    /// <summary>True when the front matter may name the mark that ends the excerpt.</summary>
    public virtual bool HasExcerptSeparator => false;

    /// <summary>Folders below the source that are no part of an address, where the site names none.</summary>
    public virtual IReadOnlyList<string> ContentRoots { get; } = [];

    /// <summary>What most sites mean by <see cref="UnlistedBy"/>.</summary>
    protected static IReadOnlyList<(string Key, string Value)> UsuallyUnlistedBy { get; } = [("hidden", "true"), ("unlisted", "true")];

    public static DialectRules For(Dialect dialect) => dialect switch
    {
        Dialect.Hexo => HexoRules.Instance,
        Dialect.Hugo => HugoRules.Instance,
        Dialect.Jekyll => JekyllRules.Instance,
        Dialect.Zola => ZolaRules.Instance,
        Dialect.Astro => AstroRules.Instance,
        Dialect.Gatsby => GatsbyRules.Instance,
        Dialect.Eleventy => EleventyRules.Instance,
        Dialect.Docusaurus => DocusaurusRules.Instance,
        Dialect.Obsidian => ObsidianRules.Instance,
        _ => GenericRules.Instance,
    };

    /// <summary>The paths that a list of categories means; one item per element of the list, as a name or a list of names.</summary>
    public virtual IReadOnlyList<IReadOnlyList<ParsedName>> ToCategoryPaths(IReadOnlyList<CategoryItem> items) =>
        [.. items.Select(item => item.Names)];

    /// <summary>Names of categories that the folders of a file give it, before those of its front matter.</summary>
    public virtual IReadOnlyList<string> CategoriesOf(ContentPath file) => [];

    /// <summary>The kind of a file of which layout and type say nothing: section files, folders of pages, and the usual pages at the root are pages.</summary>
    public virtual ArticleKind KindOf(ContentPath file) =>
        file.IsSection || file.HasFolder("_pages") || (file.Depth == 0 && KindNames.IsPageName(file.Name))
            ? ArticleKind.Page
            : ArticleKind.Article;

    /// <summary>What a word of <see cref="KindKeys"/> says about the kind; null when it says nothing.</summary>
    public virtual ArticleKind? KindOf(string word) => KindNames.KindOf(word);

    /// <summary>What the folders of a file mean.</summary>
    public virtual FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site) => FolderReader.Read(folders, site, ContentRoots);

    /// <summary>True when a file stands for the folder it lies in.</summary>
    /// <param name="name">Of the file, without extension and language.</param>
    /// <param name="folder">Name of the folder; null where the file lies in none but those of the site.</param>
    /// <param name="layout">What the folders mean.</param>
    public virtual bool StandsForFolder(string name, string? folder, FolderLayout layout) => IsIndex(name);

    /// <summary>The date of a name, and the rest of it; the folders are those around it.</summary>
    public virtual DatedName SplitDate(string name, IReadOnlyList<string> folders, SiteFacts site) => DatedName.Read(name);

    /// <summary>Why the tool writes no page for a file, from what its place and name say, and how to mend what nobody may have meant; null when it does.</summary>
    public virtual (string Reason, string? Mend)? WhyUnrendered(ContentPath file, SiteFacts site) =>
        file.FindUnrendered(site) is { } reason ? (reason, null) : null;

    /// <summary>What the tool puts for the name of a pattern (<c>year</c> of <c>:year</c>); null when it knows none or the file does not say it.</summary>
    public virtual string? FillPermalink(string name, PermalinkFields fields) => null;

    /// <summary>True when a slug that begins with <c>/</c> is the whole path below the folders of the site.</summary>
    public virtual bool HasAbsoluteSlugs => false;

    /// <summary>The folders that a relative slug follows. That of <c>posts/hello/index.md</c> replaces <c>hello</c>, as that of <c>posts/hello.md</c> does.</summary>
    public virtual IEnumerable<string> FoldersOfSlug(ContentPath file) => file.IsIndex ? file.Folders.SkipLast(1) : file.Folders;

    /// <summary>A permalink in which template code that means no more than the place of the file is filled in.</summary>
    public virtual string FillTemplate(string permalink, ContentPath file) => permalink;

    /// <summary>True for a permalink that is the name of a pattern.</summary>
    public virtual bool IsPatternName(string permalink) => false;

    protected static bool IsIndex(string name) =>
        name.Equals("index", StringComparison.OrdinalIgnoreCase) || name.Equals("_index", StringComparison.OrdinalIgnoreCase);
}
