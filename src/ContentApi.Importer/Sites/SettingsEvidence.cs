using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Finds the tools' settings files in one folder, and tells whose they are.</summary>
internal static class SettingsEvidence
{
    private const int OwnFile = 100;
    private const int OwnKey = 90;
    private const int Dependency = 40;

    // Hugo and Astro sites are written with Obsidian too, so its folder says less than a tool's file.
    private const int Vault = 45;

    private static readonly string[] HexoKeys =
    [
        "source_dir", "public_dir", "new_post_name", "post_asset_folder", "skip_render", "render_drafts", "default_layout", "code_dir", "i18n_dir",
        "archive_dir", "category_dir", "tag_dir", "index_generator", "filename_case", "titlecase", "prismjs", "default_category", "category_map",
    ];

    private static readonly string[] JekyllKeys =
    [
        "baseurl", "markdown", "kramdown", "plugins", "gems", "collections", "collections_dir", "defaults", "highlighter", "remote_theme", "sass",
        "excerpt_separator", "safe", "show_drafts", "limit_posts", "lsi", "liquid", "paginate_path", "whitelist", "plugins_dir", "strict_front_matter",
    ];

    private static readonly string[] ZolaKeys =
    [
        "base_url", "default_language", "compile_sass", "generate_feed", "generate_feeds", "build_search_index", "minify_html", "ignored_content",
        "hard_link_static", "feed_filenames",
    ];

    private static readonly string[] HugoKeys =
    [
        "baseURL", "languageCode", "defaultContentLanguage", "markup", "params", "menu", "menus", "module", "outputs", "permalinks", "cascade",
        "contentDir", "publishDir", "themesDir", "paginate", "pagination", "enableRobotsTXT", "buildDrafts", "relativeURLs", "pygmentsCodeFences",
    ];

    private static readonly (string Package, Dialect Dialect)[] Packages =
    [
        ("hexo", Dialect.Hexo), ("astro", Dialect.Astro), ("gatsby", Dialect.Gatsby), ("@11ty/eleventy", Dialect.Eleventy),
        ("@docusaurus/core", Dialect.Docusaurus),
    ];

    /// <summary>What speaks for a tool in the folder of a site, the tool's own files first.</summary>
    public static IEnumerable<Evidence> Find(SitePlace place)
    {
        foreach (var (dialect, names) in ToolFiles.Own)
        {
            if (names.FirstOrDefault(name => Exists(place, name)) is { } name)
                yield return dialect == Dialect.Obsidian
                    ? new Evidence(dialect, Vault, $"{place.Show(".obsidian")} is Obsidian's folder of settings", place)
                    : new Evidence(dialect, OwnFile, $"{place.Show(name)} is {dialect}'s settings file", place);
        }

        if (HugoParts().Any(name => Exists(place, name)))
            yield return new Evidence(Dialect.Hugo, OwnFile, $"{place.Show(ToolFiles.HugoFolder)} is Hugo's folder of settings", place);
        foreach (var evidence in FindShared(place, ToolFiles.Underscored, (Dialect.Hexo, HexoKeys), (Dialect.Jekyll, JekyllKeys)))
            yield return evidence;
        foreach (var evidence in FindShared(place, ToolFiles.Plain, (Dialect.Hugo, HugoKeys), (Dialect.Zola, ZolaKeys)))
            yield return evidence;
    }

    /// <summary>What <c>package.json</c> says.</summary>
    public static IEnumerable<Evidence> FindPackages(SitePlace place)
    {
        if (SettingsFile.Read(place, "package.json")?.Map is not { } package)
            yield break;
        var shown = place.Show("package.json");
        if (package.Find("hexo") is MetaMap)
            yield return new Evidence(Dialect.Hexo, OwnKey, $"{shown} names hexo", place);
        foreach (var (name, dialect) in Packages)
        {
            if (package.Find("dependencies") is MetaMap needed && needed.Find(name) is not null || package.Find("devDependencies") is MetaMap used && used.Find(name) is not null)
                yield return new Evidence(dialect, Dependency, $"{shown} names {name}", place);
        }
    }

    /// <summary>The settings file that could be Hexo's or Jekyll's; null when there is none.</summary>
    public static string? FindUnderscored(SitePlace place) => ToolFiles.Underscored.FirstOrDefault(name => Exists(place, name));

    /// <summary>True when a tool with these settings reads the imported folder, which lies below them.</summary>
    public static bool Covers(Evidence found)
    {
        var place = found.Place!;
        var site = SiteConfigurationReader.Read(place, found.Dialect);
        List<string> folders = [.. site.ContentFolders ?? [], .. site.Sections.Select(x => x.Folder), .. site.Languages.Select(x => x.ContentFolder).OfType<string>()];
        if (folders.Exists(folder => Overlaps(folder, place.Inside)))
            return true;
        var top = place.Inside.Split('/')[0];
        return found.Dialect switch
        {
            Dialect.Hexo => site.ContentFolders is null && top == "source",
            Dialect.Hugo => site.ContentFolders is null && top == "content",
            Dialect.Zola => top == "content",
            Dialect.Jekyll => top is not ("_site" or "vendor" or "_sass" or "_includes" or "_layouts"),
            Dialect.Astro => top == "src",
            Dialect.Gatsby => top is "content" or "src" or "blog" or "posts" or "pages" or "data" or "markdown",
            Dialect.Eleventy => site.ContentFolders is null && top is "src" or "content" or "posts" or "blog" or "pages" or "docs",
            Dialect.Docusaurus => top is "docs" or "blog" or "i18n" or "src" or "versioned_docs" or "community",
            _ => true,
        };
    }

    private static bool Overlaps(string folder, string inside) => inside == folder || inside.StartsWith($"{folder}/", StringComparison.Ordinal);

    // Of two tools that call their file the same, the one of which it has more keys.
    private static IEnumerable<Evidence> FindShared(SitePlace place, IReadOnlyList<string> names, params (Dialect Dialect, string[] Keys)[] tools)
    {
        if (names.FirstOrDefault(name => Exists(place, name)) is not { } name || SettingsFile.Read(place, name)?.Map is not { } map)
            yield break;
        var found = tools.Select(x => (x.Dialect, Keys: x.Keys.Where(key => Has(map, key)).ToList())).Where(x => x.Keys.Count > 0).OrderByDescending(x => x.Keys.Count).ToList();
        if (found is [var (dialect, keys), ..])
            yield return new Evidence(dialect, OwnKey, $"{place.Show(name)} has {dialect}'s key {keys[0]}", place);
        else if (map.Find("taxonomies") is MetaList && tools.Any(x => x.Dialect == Dialect.Zola))
            yield return new Evidence(Dialect.Zola, OwnKey, $"{place.Show(name)} has Zola's list of taxonomies", place);
    }

    private static bool Has(MetaMap map, string key) => map.Find(key) is not null;

    private static IEnumerable<string> HugoParts() =>
        from part in ToolFiles.HugoParts from extension in ToolFiles.HugoExtensions select $"{ToolFiles.HugoFolder}/{part}{extension}";

    private static bool Exists(SitePlace place, string name) => SiteFile.FindUnlinked(place.Folder, name) is not null;
}
