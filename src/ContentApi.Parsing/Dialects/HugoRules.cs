namespace ContentApi.Parsing.Dialects;

/// <summary>Hugo: content lies in <c>content</c>, each language in a folder or a suffix of its own; keys of the theme stand in <c>params</c>.</summary>
internal sealed class HugoRules : DialectRules
{
    public static readonly HugoRules Instance = new();

    // What decides whether Hugo builds a page is its publishDate, and its date only without one.
    public override IReadOnlyList<string> PublishedKeys { get; } =
        ["publishdate", "pubdate", "published", "date", "publishedat", "publisheddate", "datepublished", "created", "createdat", "ms.date"];

    public override IReadOnlyList<string> LastPublishedKeys { get; } = ["lastmod", "modified"];

    public override IReadOnlyList<string> ExpiresKeys { get; } = ["expirydate", "unpublishdate", "expires", "expiresat", "expirationdate"];

    public override IReadOnlyList<string> PathKeys { get; } = ["url", "permalink", "path"];

    public override IReadOnlyList<string> Tables { get; } = ["params"];

    // Also _build, whose name folds to the same; it took true and false once.
    public override IReadOnlyList<(string Key, string Value)> UnrenderedBy { get; } = [("headless", "true"), ("build/render", "never"), ("build/render", "false")];

    // Hugo keeps "a, b" as the name of one term.
    public override TextSplit TagSplit => TextSplit.None;

    public override bool HasRelativeAliases => true;

    public override bool HasPermalinksInLanguage => true;

    public override IReadOnlyList<string> ContentRoots { get; } = ["content"];

    /// <summary>The folder of a language is a content root of its own; the language comes before the address, but for the site's default.</summary>
    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site)
    {
        var root = FolderReader.Longest(site.ContentRoots ?? ContentRoots, folders);
        var language = FolderReader.Longest(site.LanguageFolders.Keys, folders);
        IReadOnlyList<string> rest = [.. folders.Skip(Math.Max(root, language))];
        return new FolderLayout
        {
            Address = rest,
            Shared = rest,
            Locale = language > 0 ? FolderReader.TagOf(folders.Take(language), site) : null,
            LacksLocale = language > 0,
            StripsDates = site.ReadsDatesFromFileNames,
        };
    }
}
