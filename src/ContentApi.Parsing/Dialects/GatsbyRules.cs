namespace ContentApi.Parsing.Dialects;

/// <summary>Gatsby: files lie in <c>content</c> or <c>src/pages</c>; what the keys mean is up to each site, so the usual meanings count.</summary>
internal sealed class GatsbyRules : DialectRules
{
    private const string Pages = "src/pages";

    public static readonly GatsbyRules Instance = new();

    // templateKey: the starter with a CMS, from which many sites come.
    public override IReadOnlyList<string> KindKeys { get; } = ["layout", "type", "templatekey"];

    public override IReadOnlyList<string> PathKeys { get; } = ["path", "permalink", "url"];

    public override IReadOnlyList<string> ContentRoots { get; } = ["content", Pages];

    public override bool HasAbsoluteSlugs => true;

    /// <summary>Gatsby makes addresses of names as they are, with their dates.</summary>
    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site) =>
        FolderReader.Read(folders, site, ContentRoots) with { StripsDates = false };

    public override ArticleKind KindOf(ContentPath file) =>
        file.Layout.IsRootedIn(Pages) && file.Depth == 0 ? ArticleKind.Page : base.KindOf(file);

    /// <summary><c>blog-post</c> is a post, <c>about-page</c> a page.</summary>
    public override ArticleKind? KindOf(string word) =>
        word.EndsWith("-page", StringComparison.OrdinalIgnoreCase) ? ArticleKind.Page
        : word.EndsWith("-post", StringComparison.OrdinalIgnoreCase) ? ArticleKind.Article
        : base.KindOf(word);
}
