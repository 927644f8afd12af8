using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Dialects;

/// <summary>Docusaurus: documents with numbers before their names, a blog with dates before them, versions, and translations in <c>i18n</c>.</summary>
internal sealed partial class DocusaurusRules : DialectRules
{
    private const string Docs = "docs";
    private const string Blog = "blog";
    private const string Versioned = "versioned_docs";
    private const string Plugin = "docusaurus-plugin-content-";
    private const string Version = "version-";

    public static readonly DocusaurusRules Instance = new();

    public override IReadOnlyList<string> UpdatedKeys { get; } =
        ["lastupdate/date", "lastmod", "updated", "lastmodifiedat", "modified", "updatedat", "lastmodified", "updateddate", "datemodified"];

    public override IReadOnlyList<string> WeightKeys { get; } = ["sidebarposition", "weight", "order"];

    public override IReadOnlyList<string> SlugKeys { get; } = ["slug", "id"];

    public override bool TitlesByHeading => true;

    public override bool HasAbsoluteSlugs => true;

    public override IReadOnlyList<string> ContentRoots { get; } = ["src/pages"];

    /// <summary>The number at the start of a name and the rest; a date or a version is no number (<c>2021-08-26</c>, <c>7.0-foo</c>).</summary>
    public static (double? Number, string Name) SplitNumber(string name) =>
        !DateOrVersion().IsMatch(name) && Numbered().Match(name) is { Success: true } match
            && double.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, match.Groups["name"].Value)
            : (null, name);

    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site)
    {
        IReadOnlyList<string> rest = [.. folders.Skip(FolderReader.Longest(site.ContentRoots ?? [], folders))];
        var pages = FolderReader.Longest(ContentRoots, rest);
        if (pages > 0 || rest is [])
            return new FolderLayout { Address = [.. rest.Skip(pages)], Shared = [.. rest.Skip(pages)], Root = pages > 0 ? ContentRoots[0] : "", StripsDates = pages == 0, IsNumbered = pages == 0 };
        if (rest is ["i18n", var locale, var plugin, ..] && plugin.StartsWith(Plugin, StringComparison.Ordinal))
            return LocateTranslation(locale, plugin[Plugin.Length..], [.. rest.Skip(3)]);
        return LocateOriginal(rest) with { Locale = FolderReader.Read(folders, site, ContentRoots).Locale };
    }

    /// <summary>An index, a README, and a file named as its folder stand for the folder.</summary>
    public override bool StandsForFolder(string name, string? folder) =>
        IsIndex(name) || name.Equals("README", StringComparison.OrdinalIgnoreCase) || name.Equals(folder, StringComparison.OrdinalIgnoreCase);

    /// <summary>In the blog the folders may hold the first parts of the date: <c>2019/05-28-x.md</c>, <c>2021/08/26/x.md</c>.</summary>
    public override DatedName SplitDate(string name, IReadOnlyList<string> folders)
    {
        if (folders is [Blog, ..] && DateInPath().Match(string.Join('/', folders.Skip(1).TakeLast(4).Append(name))) is { Success: true } match)
        {
            var rest = match.Groups["name"].Value;
            var isWholeName = rest.Length == 0 || rest.Contains('/');
            return new DatedName($"{match.Groups["year"]}-{match.Groups["month"]}-{match.Groups["day"]}", isWholeName ? name : rest);
        }

        return base.SplitDate(name, folders);
    }

    /// <summary>A slug of the blog follows the blog's own folder; a relative one of a document lies beside the file, for an index inside its folder.</summary>
    public override IEnumerable<string> FoldersOfSlug(ContentPath file) => file.Folders is [Blog, ..] ? file.Folders.Take(1) : file.Folders;

    /// <summary>What is neither a document nor a post of a blog is a page.</summary>
    public override ArticleKind KindOf(ContentPath file) => file.Layout.Root.Length > 0 ? ArticleKind.Page : base.KindOf(file);

    private static FolderLayout LocateOriginal(IReadOnlyList<string> folders)
    {
        // community_versioned_docs: the versions of a second set of documents.
        if (folders is [var top, var version, ..] && top.EndsWith(Versioned, StringComparison.Ordinal) && version.StartsWith(Version, StringComparison.Ordinal))
        {
            var set = top == Versioned ? Docs : top[..^Versioned.Length].TrimEnd('_');
            return new FolderLayout { Address = [set, version[Version.Length..], .. folders.Skip(2)], Shared = folders, BaseCount = 2, IsNumbered = true };
        }

        var isBlog = folders[0] == Blog;
        var isDocs = folders[0] == Docs;
        return new FolderLayout { Address = folders, Shared = folders, BaseCount = isBlog || isDocs ? 1 : 0, StripsDates = !isDocs, IsNumbered = !isBlog };
    }

    // i18n/fr/docusaurus-plugin-content-docs/current/a.md translates docs/a.md; "-docs-community" is a second set of documents.
    private static FolderLayout LocateTranslation(string locale, string plugin, IReadOnlyList<string> folders)
    {
        var hyphen = plugin.IndexOf('-');
        var (type, set) = hyphen < 0 ? (plugin, plugin) : (plugin[..hyphen], plugin[(hyphen + 1)..]);
        var original = (type, folders) switch
        {
            (Docs, ["current", ..]) => LocateOriginal([set, .. folders.Skip(1)]),
            (Docs, [var version, ..]) when version.StartsWith(Version, StringComparison.Ordinal) =>
                LocateOriginal([set == Docs ? Versioned : $"{set}_{Versioned}", .. folders]),
            ("pages", _) => new FolderLayout { Address = folders, Shared = folders, Root = "src/pages" },
            _ => LocateOriginal([set, .. folders]),
        };
        return original with { Locale = LanguageTag.Normalise(locale), LacksLocale = true };
    }

    [GeneratedRegex(@"^([0-9]{2}|[0-9]{4})[-_.][0-9]{2}|^[0-9]+[-_.][0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex DateOrVersion();

    [GeneratedRegex(@"^(?<number>[0-9]{1,9})\s*[-_.]+\s*(?<name>[^\s].*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(^|/)(?<year>[0-9]{4})[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2})([-/](?<name>[^/].*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DateInPath();
}
