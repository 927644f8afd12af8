using System.Globalization;
using ContentApi.Parsing.Fields;

namespace ContentApi.Parsing.Dialects;

/// <summary>Hugo: content lies in <c>content</c>, each language in a folder or a suffix of its own; keys of the theme stand in <c>params</c>.</summary>
internal sealed class HugoRules : DialectRules
{
    public static readonly HugoRules Instance = new();

    // Those of .Date, which patterns are filled with.
    private static readonly string[] DateKeys = ["date", "publishdate", "pubdate", "published", "lastmod", "modified"];

    // What decides whether Hugo builds a page is its publishDate, and its date only without one.
    public override IReadOnlyList<string> PublishedKeys { get; } =
        ["publishdate", "pubdate", "published", "date", "publishedat", "publisheddate", "datepublished", "created", "createdat", "ms.date"];

    public override IReadOnlyList<string> LastPublishedKeys { get; } = ["lastmod", "modified"];

    public override IReadOnlyList<string> ExpiresKeys { get; } = ["expirydate", "unpublishdate", "expires", "expiresat", "expirationdate"];

    public override IReadOnlyList<string> PathKeys { get; } = ["url", "permalink", "path"];

    public override IReadOnlyList<string> Tables { get; } = ["params"];

    // Also _build, whose name folds to the same; it took true and false once.
    public override IReadOnlyList<(string Key, string Value)> UnrenderedBy { get; } = [("headless", "true"), ("build/render", "never"), ("build/render", "false"), ("build/render", "link")];

    public override IReadOnlyList<(string Key, string Value)> UnlistedBy { get; } = [("build/list", "never"), ("build/list", "false"), .. UsuallyUnlistedBy];

    public override IReadOnlyList<string> ResourceKeys { get; } = ["resources"];

    // Hugo keeps "a, b" as the name of one term.
    public override TextSplit TagSplit => TextSplit.None;

    public override bool HasRelativeAliases => true;

    public override bool HasPermalinksInLanguage => true;

    public override IReadOnlyList<string> ContentRoots { get; } = ["content"];

    /// <summary>Files that tell of a person, <c>authors/jane.md</c> and <c>authors/jane/index.md</c>, are pages.</summary>
    public override ArticleKind KindOf(ContentPath file) =>
        file.Layout.Address is ["authors", ..] && file.Folders.Count == (file.IsIndex ? 2 : 1) ? ArticleKind.Page : base.KindOf(file);

    /// <summary>The tokens of gohugo.io/configuration/permalinks that a file tells by itself: those of its sections' slugs and of Go's dates are not filled.</summary>
    public override string? FillPermalink(string name, PermalinkFields fields)
    {
        var file = fields.File;
        var sections = file.IsIndex && !file.IsSection ? file.Folders.SkipLast(1) : file.Folders;
        return name switch
        {
            "year" => fields.Date(DateKeys, "yyyy"),
            "month" => fields.Date(DateKeys, "MM"),
            "monthname" => fields.Date(DateKeys, "MMMM"),
            "day" => fields.Date(DateKeys, "dd"),
            "weekday" => ((int?)fields.DateOf(DateKeys)?.DayOfWeek)?.ToString(CultureInfo.InvariantCulture),
            "weekdayname" => fields.Date(DateKeys, "dddd"),
            "yearday" => fields.DateOf(DateKeys)?.DayOfYear.ToString(CultureInfo.InvariantCulture),
            "section" => sections.FirstOrDefault() ?? "",
            "sections" => string.Join('/', sections),
            "title" => fields.Title is { } title ? Slug.From(title) : null,
            "slug" => fields.WrittenSlug is not null ? fields.Slug : fields.Title is { } title ? Slug.From(title) : null,
            "slugorfilename" or "slugorcontentbasename" => fields.Slug,
            "filename" or "contentbasename" => Slug.From(file.IsIndex ? file.Folders.LastOrDefault() ?? "" : file.Name),
            _ => null,
        };
    }

    /// <summary>The folder of a language is a content root of its own; the language comes before the address, but for the site's default.</summary>
    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site)
    {
        var root = FolderReader.Longest(site.ContentRoots ?? ContentRoots, folders);
        var language = FolderReader.Longest(site.LanguageFolders.Keys, folders);
        if (language > root + 1 && site.Locales is null)
            return FolderReader.Read(folders, site, ContentRoots) with { StripsDates = site.ReadsDatesFromFileNames };   // a section's own translations, of which Hugo knows nothing
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
