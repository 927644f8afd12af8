using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>What of a site its tool does not read as content: its own folders, and what its settings leave out.</summary>
internal sealed class SiteFilter
{
    // Folders of the site's root without articles: first those without pictures of articles, then those that have them.
    private static readonly Dictionary<Dialect, (string[] Closed, string[] PicturesOnly)> OwnFolders = new()
    {
        [Dialect.Hexo] = (["themes", "scaffolds", "scripts"], ["public"]),
        [Dialect.Hugo] = (["archetypes", "layouts", "resources", "themes", "i18n"], ["assets", "data", "public", "static"]),
        [Dialect.Jekyll] = (["vendor", "_sass", "_plugins"], ["_data", "_site"]),
        [Dialect.Zola] = (["sass", "templates", "themes"], ["public", "static"]),
        [Dialect.Astro] = (["dist"], ["public", "src/components", "src/layouts", "src/assets"]),
        [Dialect.Gatsby] = (["src/templates", "src/components"], ["public", "static"]),
        [Dialect.Eleventy] = (["_data"], ["_site"]),
        [Dialect.Docusaurus] = (["build", "versioned_sidebars"], ["static", "src/components", "src/theme"]),
    };

    // What lies at the root of a site beside the roots of content.
    private static readonly Dictionary<Dialect, string[]> SiteFolders = new()
    {
        [Dialect.Jekyll] = ["_posts", "_drafts", "_layouts", "_includes"],
        [Dialect.Docusaurus] = ["docs", "blog"],
    };

    /// <summary>Leaves nothing out.</summary>
    public static readonly SiteFilter None = new(Dialect.Generic, new SiteConfiguration { Place = SitePlace.Of("") }, SiteFacts.None, isSite: false);

    // Where Docusaurus reads files of any name, whatever its settings say.
    private static readonly string[] DocusaurusFolders = ["docs", "blog", "i18n"];

    private readonly Dialect _dialect;
    private readonly SiteConfiguration _site;
    private readonly bool _isSite;
    private readonly HashSet<string> _closed;
    private readonly HashSet<string> _picturesOnly;
    private readonly List<Glob> _excludes;
    private readonly HashSet<string> _includes;
    private readonly HashSet<string> _sections;
    private readonly IReadOnlyList<string>? _read;
    private readonly bool _hidesFilesOfRoot;

    private SiteFilter(Dialect dialect, SiteConfiguration site, SiteFacts facts, bool isSite)
    {
        _sections = [.. facts.ContentRoots ?? UsualContentRoots.Of(dialect), .. facts.LanguageFolders.Keys, ""];
        _dialect = dialect;
        _site = site;
        _isSite = isSite;
        var (closed, picturesOnly) = OwnFolders.GetValueOrDefault(dialect, ([], []));
        _closed = [.. closed.Where(IsOwn)];
        _picturesOnly = [.. picturesOnly.Where(IsOwn)];
        _excludes = [.. site.Excludes.Select(pattern => Glob.Of(RootOfPatterns + pattern, starCrossesFolders: dialect == Dialect.Jekyll))];
        _includes = [.. site.Includes.Select(x => x.Trim('/'))];

        if (dialect != Dialect.Generic && site is { Files.Count: > 0, Place: { Inside: "", Below: "" } })
        {
            _read = site.ReadFolders is { } folders && !folders.Contains("") && IsThere(folders) ? folders : null;

            // Plugins of Docusaurus may read any folder, but hardly the root.
            _hidesFilesOfRoot = _read is not null
                || (dialect == Dialect.Docusaurus && IsThere(DocusaurusFolders) && site.Sections.All(x => x.Folder.Length > 0));
        }

        bool IsThere(IEnumerable<string> folders) => folders.Any(x => HoldsArticles(Path.Combine(site.Place.Folder, x)));

        // Without a site around it "resources" may be a section.
        bool IsOwn(string folder) => isSite || folder.StartsWith('_');
    }

    /// <summary>True for a folder in which files beside an <c>index.md</c> belong to it and are no pages (Hugo's leaf bundles).</summary>
    /// <param name="path">Below the imported folder.</param>
    public bool MayBeBundle(string path) => _dialect == Dialect.Hugo && !_sections.Contains(path);

    // Zola and Hexo match within their content.
    private string RootOfPatterns => _dialect switch
    {
        Dialect.Zola => "content/**/",
        Dialect.Hexo => $"{_site.ContentFolders?[0] ?? "source"}/",
        _ => "",
    };

    public static SiteFilter Of(ImportSettings settings) =>
        new(settings.Dialect.Dialect, settings.Site, settings.Facts, settings.Site.Files.Count > 0 || LooksLikeSite(settings.Root, settings.Dialect.Dialect));

    /// <summary>True for a folder of the tool itself, whose texts are no articles.</summary>
    /// <param name="path">Below the imported folder.</param>
    public bool IsToolsOwn(string path) => _site.Place.FromSource(path) is { Length: > 0 } own && (_closed.Contains(own) || _picturesOnly.Contains(own));

    /// <summary>True for a folder in which, and in all of whose folders, the tool reads no articles, because all of them lie elsewhere.</summary>
    /// <param name="path">Below the imported folder.</param>
    public bool IsOutside(string path) => _read is { } folders && !folders.Any(x => SourcePath.IsIn(x, path) || SourcePath.IsIn(path, x));

    /// <summary>True for a file that the tool does not read, because its articles lie elsewhere.</summary>
    /// <param name="path">Below the imported folder.</param>
    public bool HasOutside(string path) => path.Contains('/') ? _read is { } folders && !folders.Any(x => SourcePath.IsIn(x, path)) : _hidesFilesOfRoot;

    /// <summary>True for a folder that is not looked into.</summary>
    /// <param name="path">Below the imported folder.</param>
    public bool IsClosed(string path) =>
        _site.Place.FromSource(path) is { Length: > 0 } own && (_closed.Contains(own) || (_dialect is Dialect.Eleventy && IsNamed(own, "_includes", "_layouts")));

    /// <summary>True for a folder of which only pictures count.</summary>
    public bool HasPicturesOnly(string path) =>
        IsOutside(path) || (_site.Place.FromSource(path) ?? SectionPathOf(path)) is { Length: > 0 } own && (_picturesOnly.Contains(own) || IsExcluded(path, own) || IsUnderscored(own));

    /// <summary>True for a file that the tool does not read.</summary>
    public bool LeavesOut(string path) => HasOutside(path)
        || (_dialect == Dialect.Zola && !path.EndsWith(".md", StringComparison.Ordinal))
        || ((_site.Place.FromSource(path) ?? SectionPathOf(path)) is { Length: > 0 } own && (IsExcluded(path, own) || IsUnderscored(own)));

    /// <summary>True for a file that is an article also when it has a name of those that are about a repository (a README of Docusaurus' documents).</summary>
    /// <param name="path">Below the imported folder.</param>
    public bool ReadsAnyName(string path)
    {
        if (_dialect != Dialect.Docusaurus)
            return false;
        if (!_isSite)
            return path.Contains('/');   // the folder is a part of the documents
        if (SectionPathOf(path) is not null)
            return true;
        var top = _site.Place.FromSource(path)?.Split('/') is [var first, _, ..] ? first : "";
        return DocusaurusFolders.Contains(top) || top.EndsWith("versioned_docs", StringComparison.Ordinal);
    }

    // A section may lie beside the site, which has a folder of its own (website/ and docs/).
    private string? SectionPathOf(string path)
    {
        var outer = OuterOf(path);
        return _site.Sections.Any(x => x.Folder.Length == 0 || outer.StartsWith($"{x.Folder}/", StringComparison.Ordinal)) ? outer : null;
    }

    private string OuterOf(string path) => _site.Place.Inside.Length == 0 ? path : $"{_site.Place.Inside}/{path}";

    private static bool LooksLikeSite(string root, Dialect dialect) =>
        UsualContentRoots.Of(dialect).Concat(SiteFolders.GetValueOrDefault(dialect, [])).Any(folder => Directory.Exists(Path.Combine(root, folder)));

    private static bool HoldsArticles(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", options).Any(ArticleExtensions.Has);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;   // too deep to be opened, say: nobody knows, and what may be private stays so
        }
    }

    private bool IsExcluded(string path, string own) =>
        !_includes.Contains(own) && _excludes.Exists(x => x.Matches(_dialect == Dialect.Docusaurus ? OuterOf(path) : own));

    // A first underscore hides a file or a folder, unless the tool knows it.
    private bool IsUnderscored(string own)
    {
        var name = SourcePath.NameOf(own);
        if (!name.StartsWith('_') || _includes.Contains(name) || _includes.Contains(own))
            return false;
        return _dialect switch
        {
            Dialect.Jekyll => _site.Collections is { } collections && !collections.Contains(name) && !IsInCollection(own, collections),
            Dialect.Hexo => IsBelow(_site.ContentFolders?[0] ?? "source") && name is not ("_posts" or "_drafts"),
            Dialect.Astro => (_site.ContentFolders ?? UsualContentRoots.Of(_dialect)).Any(x => SourcePath.NameOf(x) is "pages" or "content" && IsBelow(x)),
            Dialect.Docusaurus => true,
            _ => false,
        };

        bool IsBelow(string folder) => own.Length > folder.Length && SourcePath.IsIn(folder, own);
    }

    private static bool IsInCollection(string own, IReadOnlyList<string> collections) => own.Split('/').SkipLast(1).Any(collections.Contains);

    private static bool IsNamed(string own, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (own == name || own.EndsWith($"/{name}", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
