using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Sites;

/// <summary>Puts together what the parser is told of a site: what its settings declare, and what its folders show.</summary>
internal static class SiteFactsMaker
{
    /// <param name="site">What the settings say.</param>
    /// <param name="dialect">Whose rules apply.</param>
    /// <param name="outline">The folder.</param>
    /// <param name="defaultLocale">The language that a setting gives; null when none does.</param>
    public static SiteFacts Make(SiteConfiguration site, Dialect dialect, FolderOutline outline, string? defaultLocale)
    {
        var roots = ContentRootsOf(site, dialect) ?? FindJekyllSites(site, dialect, outline);
        return new SiteFacts
        {
            DefaultLocale = defaultLocale,
            Locales = site.Languages.Count == 0 ? null : [.. site.Languages.Select(x => x.Tag).Distinct()],
            SuffixLocales = site.Languages.Count > 0 ? null : [.. SeenLanguages.FindSuffixes(outline).Union(new[] { site.DefaultLocale }.OfType<string>())],
            LanguageFolders = FindLanguageFolders(site, dialect, outline, roots),
            ContentRoots = roots,
            Folder = site.Place.Inside,
            Site = site.Place.Below,
            Sections = site.Sections,
            TagLabels = site.TagLabels,
            ReadsDatesFromFileNames = site.ReadsDatesFromFileNames,
            DatesOfFileNamesWin = site.DatesOfFileNamesWin,
            PostNames = site.PostNames,
            KeepsDatesOfNames = site.KeepsDatesOfNames,
            PrefixesDefaultLocale = site.PrefixesDefaultLocale,
            UnrenderedFolders = UnrenderedOf(site, dialect, outline),
            EncryptedTags = site.EncryptedTags,
            BreaksLines = site.BreaksLines,
            ExcerptSeparator = site.ExcerptSeparator,
        };
    }

    private static SortedDictionary<string, string> UnrenderedOf(SiteConfiguration site, Dialect dialect, FolderOutline outline)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (folder, reason) in site.UnrenderedFolders)
        {
            if (site.Place.ToSource(folder) is { } path)
                found[path] = reason;
            else if (site.Place.Inside.StartsWith($"{folder}/", StringComparison.Ordinal))
                found[""] = reason;   // the imported folder lies in it
        }

        foreach (var (folder, reason) in dialect == Dialect.Zola ? ZolaDrafts.Find(outline) : [])
            found[folder] = reason;
        return found;
    }

    // Where the imported folder is itself a content folder nothing in it is one; a site in a folder is no part of an address.
    private static IReadOnlyList<string>? ContentRootsOf(SiteConfiguration site, Dialect dialect)
    {
        if (site.ContentFolders is null && site.Place.Inside.Length == 0 && site.Place.Below.Length == 0)
            return null;
        IReadOnlyList<string> folders = [.. site.ContentFolders ?? UsualContentRoots.Of(dialect), ""];
        return [.. folders.Select(site.Place.ToSource).OfType<string>().Where(x => x.Length > 0)];
    }

    // A folder that holds nothing but folders is no Jekyll site, so the folders above _posts in it are no categories but sites.
    private static List<string>? FindJekyllSites(SiteConfiguration site, Dialect dialect, FolderOutline outline)
    {
        if (dialect != Dialect.Jekyll || site.Files.Count > 0 || outline.Files.Any(x => !x.Contains('/')) || outline.Folders.Any(x => x.StartsWith('_')))
            return null;
        List<string> sites = [.. outline.Folders.Where(x => x.EndsWith("/_posts", StringComparison.Ordinal)).Select(x => x[..^"/_posts".Length])];
        sites.RemoveAll(x => sites.Exists(above => x.StartsWith($"{above}/", StringComparison.Ordinal)));   // a category of that site
        return sites.Count == 0 ? null : sites;
    }

    private static Dictionary<string, string> FindLanguageFolders(SiteConfiguration site, Dialect dialect, FolderOutline outline, IReadOnlyList<string>? roots)
    {
        var found = new Dictionary<string, string>();
        var tops = new HashSet<string>(roots ?? UsualContentRoots.Of(dialect)) { "" };
        tops.UnionWith(OwnTops(dialect, outline));
        foreach (var top in tops.Where(top => top.Length == 0 || outline.Folders.Contains(top)))
        {
            var seen = outline.Folders.Where(folder => IsBelow(folder, top)).Select(folder => (Path: folder, Name: folder[(top.Length == 0 ? 0 : top.Length + 1)..])).ToList();
            AddSeen(found, site, seen);
        }

        foreach (var (path, tag) in site.Languages.Count > 0 ? [] : SeenLanguages.FindFolders(outline))
            found.TryAdd(path, tag);
        foreach (var language in site.Languages)
        {
            if (language.ContentFolder is { } folder && site.Place.ToSource(folder) is { Length: > 0 } path)
                found[path] = language.Tag;
        }

        return found;
    }

    // Declared ones, those with a script or a region, and usual ones that stand side by side: "it" alone is a word.
    private static void AddSeen(Dictionary<string, string> found, SiteConfiguration site, List<(string Path, string Name)> seen)
    {
        var declared = site.Languages.ToLookup(x => x.Folder, x => x.Tag, StringComparer.OrdinalIgnoreCase);
        var usual = site.Languages.Count > 0 ? [] : seen.Select(x => (x.Path, Tag: LanguageTag.FromName(x.Name))).Where(x => x.Tag is not null).ToList();
        foreach (var (path, name) in seen)
        {
            if (declared[name].FirstOrDefault() is { } tag)
                found[path] = tag;
        }

        foreach (var (path, tag) in usual)
        {
            if (usual.Count > 1 || tag!.Contains('-'))
                found[path] = tag!;
        }
    }

    // Docusaurus keeps translations in i18n, Hexo in a folder of posts (new_post_name: :lang/:title.md), Astro's collections and Starlight have languages of their own in each.
    private static IEnumerable<string> OwnTops(Dialect dialect, FolderOutline outline) => dialect switch
    {
        Dialect.Docusaurus => ["i18n"],
        Dialect.Hexo => outline.Folders.Where(x => SourcePath.NameOf(x) is "_posts" or "_drafts"),
        Dialect.Astro => outline.Folders.Where(x => IsBelow(x, "src/content")),
        Dialect.Gatsby => outline.Folders.Where(x => IsBelow(x, "content")),
        _ => [],
    };

    private static bool IsBelow(string folder, string top) =>
        top.Length == 0
            ? !folder.Contains('/')
            : folder.StartsWith($"{top}/", StringComparison.Ordinal) && folder.LastIndexOf('/') == top.Length;
}
