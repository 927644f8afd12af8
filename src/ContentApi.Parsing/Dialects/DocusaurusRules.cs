using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Dialects;

/// <summary>Docusaurus: documents with numbers before their names, a blog with dates before them, versions, and translations in <c>i18n</c>.</summary>
internal sealed partial class DocusaurusRules : DialectRules
{
    private const string Docs = "docs";
    private const string Pages = "src/pages";
    private const string Blog = "blog";
    private const string Versioned = "versioned_docs";
    private const string Plugin = "docusaurus-plugin-content-";
    private const string Version = "version-";

    public static readonly DocusaurusRules Instance = new();

    public override IReadOnlyList<string> UpdatedKeys { get; } =
        ["lastupdate/date", "lastmod", "updated", "lastmodifiedat", "modified", "updatedat", "lastmodified", "updateddate", "datemodified"];

    public override IReadOnlyList<string> WeightKeys { get; } = ["sidebarposition", "weight", "order"];

    public override IReadOnlyList<string> SlugKeys { get; } = ["slug", "id"];

    public override IReadOnlyList<(string Key, string Value)> UnlistedBy { get; } = [("unlisted", "true")];

    public override bool TitlesByHeading => true;

    public override bool HasAbsoluteSlugs => true;

    public override IReadOnlyList<string> ContentRoots { get; } = [Pages];

    /// <summary>The number at the start of a name and the rest; a date or a version is no number (<c>2021-08-26</c>, <c>7.0-foo</c>).</summary>
    public static (double? Number, string Name) SplitNumber(string name) =>
        !DateOrVersion().IsMatch(name) && Numbered().Match(name) is { Success: true } match
            && double.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, match.Groups["name"].Value)
            : (null, name);

    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site)
    {
        // The source may be a part of the site, and the site a part of the source.
        IReadOnlyList<string> all = [.. Segments(site.Folder), .. folders];
        IReadOnlyList<string> own = [.. all.Skip(FolderReader.Longest([site.Site], all))];
        if (own is ["i18n", var locale, ..])
            return LocateTranslation(locale, [.. own.Skip(2)], site);
        if (FindSection(site, x => x.Folder, all) is { } section)
            return LocateIn(section, all, section.Folder, site) with { Locale = FolderReader.Read(folders, site, ContentRoots).Locale };
        return LocateOriginal(own) with { Locale = FolderReader.Read(folders, site, ContentRoots).Locale };
    }

    /// <summary>In documents an index, a README, and a file named as its folder stand for the folder (<c>isCategoryIndex</c> of plugin-content-docs).</summary>
    public override bool StandsForFolder(string name, string? folder, FolderLayout layout) => IsIndex(name)
        || (layout.IsNumbered && (name.Equals("README", StringComparison.OrdinalIgnoreCase) || name.Equals(folder, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A slug of the blog follows the blog's own folder; a relative one of a document lies beside the file, for an index inside its folder.</summary>
    public override IEnumerable<string> FoldersOfSlug(ContentPath file) => file.Layout.IsBlog ? file.Folders.Take(file.Layout.BaseCount) : file.Folders;

    /// <summary>Documents and posts are articles wherever they lie, what <c>src/pages</c> holds is a page.</summary>
    public override ArticleKind KindOf(ContentPath file) =>
        file.Layout.IsRootedIn(Pages) ? ArticleKind.Page : file.Layout.Root.Length > 0 ? ArticleKind.Article : base.KindOf(file);

    private static SiteSection? FindSection(SiteFacts site, Func<SiteSection, string> folderOf, IReadOnlyList<string> folders) => site.Sections
        .Where(x => Segments(folderOf(x)).SequenceEqual(folders.Take(Segments(folderOf(x)).Length)))
        .MaxBy(x => folderOf(x).Length);

    private static FolderLayout LocateIn(SiteSection section, IReadOnlyList<string> folders, string within, SiteFacts site)
    {
        var rest = folders.Skip(Segments(within).Length).ToList();
        return Locate(Segments(section.Folder), Segments(section.Address), rest, section.IsBlog) with { TagLabels = site.TagLabels.GetValueOrDefault(section.Folder) };
    }

    private static FolderLayout Locate(IReadOnlyList<string> folder, IReadOnlyList<string> address, IReadOnlyList<string> rest, bool isBlog) => new()
    {
        Root = string.Join('/', folder),
        Address = [.. address, .. rest],
        Shared = [.. folder, .. rest],
        BaseCount = address.Count,
        IsBlog = isBlog,
        IsNumbered = !isBlog,
    };

    // As the tool has it when its settings say nothing.
    private static FolderLayout LocateOriginal(IReadOnlyList<string> folders)
    {
        var pages = FolderReader.Longest([Pages], folders);
        if (pages > 0)
            return new FolderLayout { Root = Pages, Address = [.. folders.Skip(pages)], Shared = [.. folders.Skip(pages)] };

        // community_versioned_docs: the versions of a second set of documents.
        if (folders is [var top, var version, ..] && top.EndsWith(Versioned, StringComparison.Ordinal) && version.StartsWith(Version, StringComparison.Ordinal))
            return Locate([top, version], [top == Versioned ? Docs : top[..^Versioned.Length].TrimEnd('_'), version[Version.Length..]], [.. folders.Skip(2)], isBlog: false);
        if (folders is [Docs or Blog, ..])
            return Locate([folders[0]], [folders[0]], [.. folders.Skip(1)], folders[0] == Blog);
        return new FolderLayout { Address = folders, Shared = folders, StripsDates = true, IsNumbered = true };
    }

    // i18n/fr/docusaurus-plugin-content-docs/current/a.md translates docs/a.md; "-docs-community" is a second set of documents.
    private static FolderLayout LocateTranslation(string locale, IReadOnlyList<string> folders, SiteFacts site)
    {
        var original = FindSection(site, x => x.Translations, folders) is { } section
            ? WithLabels(LocateIn(section, folders, section.Translations, site), $"i18n/{locale}/{section.Translations}", site)
            : folders is [var plugin, ..] && plugin.StartsWith(Plugin, StringComparison.Ordinal)
                ? LocateOriginal(OriginalOf(plugin[Plugin.Length..], [.. folders.Skip(1)]))
                : LocateOriginal(["i18n", locale, .. folders]);
        return original with { Locale = LanguageTag.Normalise(locale), LacksLocale = folders is [var first, ..] && first.StartsWith(Plugin, StringComparison.Ordinal) };
    }

    // Those of the language come before those of the original.
    private static FolderLayout WithLabels(FolderLayout layout, string folder, SiteFacts site) =>
        site.TagLabels.GetValueOrDefault(site.Site.Length == 0 ? folder : $"{site.Site}/{folder}") is { } labels ? layout with { TagLabels = labels } : layout;

    private static IReadOnlyList<string> OriginalOf(string plugin, IReadOnlyList<string> folders)
    {
        var hyphen = plugin.IndexOf('-');
        var (type, set) = hyphen < 0 ? (plugin, plugin) : (plugin[..hyphen], plugin[(hyphen + 1)..]);
        return (type, folders) switch
        {
            (Docs, ["current", ..]) => [set, .. folders.Skip(1)],
            (Docs, [var version, ..]) when version.StartsWith(Version, StringComparison.Ordinal) => [set == Docs ? Versioned : $"{set}_{Versioned}", .. folders],
            ("pages", _) => [.. Segments(Pages), .. folders],
            _ => [set, .. folders],
        };
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^([0-9]{2}|[0-9]{4})[-_.][0-9]{2}|^[0-9]+[-_.][0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex DateOrVersion();

    [GeneratedRegex(@"^(?<number>[0-9]{1,9})\s*[-_.]+\s*(?<name>[^\s].*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbered();
}
