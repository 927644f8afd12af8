using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>Finds the files that links mean, from the list of files alone. Safe to call from several threads.</summary>
internal sealed class LinkResolver
{
    // Where the tools keep what a link from the root of the content begins at, beside what the site says itself.
    private static readonly string[] UsualRoots = ["", .. UsualContentRoots.All, "source/_posts", "src/content/docs", "docs", "blog"];

    // Docusaurus: the site's own folder, from any file of it.
    private const string Site = "@site/";

    // Names that are looked at for one that is like a dead link's.
    private const int MaxNeighbours = 200;

    // Names of notes that are compared with a dead one's.
    private const int MaxNames = 2_000;

    // Of a run. Who has more has moved a folder, and one mend for all.
    private const int MaxSuggestions = 100;

    private readonly Dialect _dialect;
    private readonly SitePlace _place;
    private readonly string[] _roots;
    private readonly IReadOnlyList<SourceFile> _articles;
    private readonly FileIndex _files;
    private readonly HashSet<string> _hidden;
    private readonly Lazy<FileIndex> _byStem;
    private readonly Lazy<HugoPages> _pages;
    private readonly Lazy<FileIndex> _byName;
    private readonly Lazy<FileIndex> _byFolder;
    private readonly Lazy<List<string>> _names;
    private int _suggestions;

    /// <param name="settings">Dialect and site.</param>
    /// <param name="scan">The folder.</param>
    public LinkResolver(ImportSettings settings, FolderScan scan)
    {
        _dialect = settings.Dialect.Dialect;
        _place = settings.Site.Place;
        _roots = [.. settings.Facts.LanguageFolders.Keys.Concat(settings.Facts.ContentRoots ?? []).Concat(UsualRoots).Distinct()];
        _articles = scan.Articles;
        _files = scan.ByPath;

        // Of files whose names are composed differently and the same otherwise, only the first is found.
        _hidden = _articles.Select(x => x.Path).Where(path => Composed.Of(path) != path).SelectMany(path => _files.Find(Composed.Of(path)).Skip(1)).ToHashSet();
        _byStem = Index(path => [ArticleExtensions.Without(Composed.Of(path))]);
        _pages = new Lazy<HugoPages>(() => new HugoPages(Index(HugoPages.KeysOf).Value));
        _byName = Index(NamesOf);
        _byFolder = Index(path => [SourcePath.FolderOf(path)]);
        _names = new Lazy<List<string>>(() => [.. _articles.Select(x => x.Path).Where(path => !_hidden.Contains(path)).Select(NameOf).Distinct().Take(MaxNames).DefaultIfEmpty("")]);
    }

    /// <summary>Path of the file below the root; null when there is none.</summary>
    /// <param name="articlePath">File of the link.</param>
    /// <param name="syntax">How the link is written.</param>
    /// <param name="address">As <see cref="ParsedLink.Address"/> has it.</param>
    public string? Find(string articlePath, LinkSyntax syntax, string address)
    {
        address = Composed.Of(address).Replace('\\', '/');
        return syntax switch
        {
            LinkSyntax.File when _dialect == Dialect.Hugo => FindFile(articlePath, address) ?? FindPage(articlePath, address),
            LinkSyntax.File => FindFile(articlePath, address) ?? (_dialect == Dialect.Obsidian ? FindName(address) : null),
            LinkSyntax.ZolaInternal => FindFile(articlePath, address[1..]),
            LinkSyntax.JekyllLink => FindFile(articlePath, $"/{address}"),
            LinkSyntax.HugoRef when address.Length == 0 => articlePath,   // {{< ref "#part" >}}
            LinkSyntax.HugoRef => FindPage(articlePath, address) ?? (address.Contains('/') ? null : FindName(HugoPages.SplitLanguage(address).Path)),
            LinkSyntax.Reference => FindReference(articlePath, address),
            LinkSyntax.Wiki when address.StartsWith('.') => FindFile(articlePath, address),
            _ => FindName(address),
        };
    }

    /// <summary>True when a link of this form can lead to nothing but a file of the source.</summary>
    public bool MustBeFile(LinkSyntax syntax, string address)
    {
        var extension = Path.GetExtension(address).ToLowerInvariant();
        return syntax switch
        {
            LinkSyntax.File or LinkSyntax.JekyllLink => ArticleExtensions.IsMarkdown(address),

            // Notes link to documents and recordings too, and other tools know no notes.
            LinkSyntax.Wiki => _dialect == Dialect.Obsidian && (extension is ".md" || extension.Length < 3 || extension.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '.')),
            _ => true,
        };
    }

    /// <summary>What may have been meant, as it would have to be written; null when nothing is like it, and for all but the first dead links of a run.</summary>
    public string? FindNearest(string articlePath, LinkSyntax syntax, string address)
    {
        if (Interlocked.Increment(ref _suggestions) > MaxSuggestions)
            return null;
        var name = NameOf(address);
        if (syntax is LinkSyntax.Wiki or LinkSyntax.Post || (syntax == LinkSyntax.Reference && IsName(address) && !address.Contains('/')))
            return NearestName.Find(name, _names.Value);
        if (_byName.Value.FindFirst(Key(name)) is { } moved)
            return moved;
        if (PlacesOf(articlePath, address).FirstOrDefault() is not { } path)
            return null;
        var neighbours = _byFolder.Value.Find(SourcePath.FolderOf(path)).Take(MaxNeighbours).ToList();
        return NearestName.Find(SourcePath.NameOf(path), neighbours.Select(SourcePath.NameOf).DefaultIfEmpty("")) is { Length: > 0 } near
            ? neighbours.Find(file => SourcePath.NameOf(file) == near)
            : null;
    }

    private Lazy<FileIndex> Index(Func<string, IEnumerable<string>> keysOf) =>
        new(() => new FileIndex(_articles, _hidden.Count == 0 ? keysOf : path => _hidden.Contains(path) ? [] : keysOf(path)));

    private string? FindFile(string articlePath, string address)
    {
        var isStem = !ArticleExtensions.Has(address);
        foreach (var path in PlacesOf(articlePath, address))
        {
            if (_files.FindFirst(path) is { } exact)
                return exact;
            if (isStem && FindStem(path) is { } named)
                return named;
        }

        return null;
    }

    private string? FindReference(string articlePath, string address)
    {
        var file = FindFile(articlePath, address.StartsWith("@/", StringComparison.Ordinal) ? address[1..] : address);
        if (file is null && _dialect == Dialect.Hugo)
            file = FindPage(articlePath, address);
        return file ?? (IsName(address) ? FindName(address) : null);
    }

    private static bool IsName(string address) => !ArticleExtensions.Has(address) && address[0] is not ('.' or '/' or '@');

    private string? FindStem(string stem) => _byStem.Value.Find(stem).MinBy(file => ArticleExtensions.All.TakeWhile(x => !file.EndsWith(x, StringComparison.OrdinalIgnoreCase)).Count());

    // A page of Hugo: in the language of the link or of the file that holds it, with or without extension, a bundle by its folder.
    private string? FindPage(string articlePath, string address)
    {
        var (path, asked) = HugoPages.SplitLanguage(address);
        var folders = asked is null ? [] : _roots.Where(root => root.EndsWith($"/{asked}", StringComparison.OrdinalIgnoreCase));
        return folders.Select(folder => SourcePath.Join(folder, path)).OfType<string>().Concat(PlacesOf(articlePath, path))
            .Select(place => _pages.Value.Find(place, asked ?? HugoFileNames.SuffixOf(articlePath)))
            .FirstOrDefault(x => x is not null);
    }

    /// <summary>
    /// The paths that an address may mean, the likeliest first. Relative to the file; from a root, the one that the file lies in
    /// first (Docusaurus, "Markdown links": from the content root of the plugin, then from the site), else any folder around the file,
    /// from the top, because a documentation may lie anywhere; then those beside it. A name alone means the file's own folder first.
    /// </summary>
    private IEnumerable<string> PlacesOf(string articlePath, string address)
    {
        if (_dialect == Dialect.Docusaurus && address.StartsWith(Site, StringComparison.Ordinal))
            return InSite(address[Site.Length..]);
        var folder = SourcePath.FolderOf(articlePath);
        IEnumerable<string> folders = address.StartsWith('/') ? RootsOf(articlePath)
            : address is ['.', '/', ..] or ['.', '.', '/', ..] or ".." ? [folder]
            : RootsOf(articlePath).Prepend(folder);
        return folders.Select(x => SourcePath.Join(x, address)).OfType<string>().Concat(address.StartsWith('/') ? InSite(address) : []);
    }

    // The imported folder may be a part of the site.
    private IEnumerable<string> InSite(string address) =>
        SourcePath.Join("", address) is { } path && _place.ToSource(path) is { } own ? [own] : [];

    private IEnumerable<string> RootsOf(string articlePath)
    {
        var folder = SourcePath.FolderOf(articlePath);
        var around = _roots.Where(root => root.Length > 0 && SourcePath.IsIn(root, folder)).OrderByDescending(root => root.Length);
        return around.Append("").Concat(SourcePath.FoldersAround(articlePath)).Concat(_roots).Distinct();
    }

    // By the name of a file, with some of its folders: the shortest path first, then the ordinal-first.
    private string? FindName(string address)
    {
        var wanted = Key(ArticleExtensions.Without(address)).Trim('/');
        return _byName.Value.Find(SourcePath.NameOf(wanted))
            .Where(path => !wanted.Contains('/') || $"/{Key(ArticleExtensions.Without(path))}".EndsWith($"/{wanted}", StringComparison.Ordinal))
            .OrderBy(path => path.Count(c => c == '/'))
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    // In Hugo a bundle has the name of its folder.
    private IEnumerable<string> NamesOf(string path)
    {
        path = Composed.Of(path);
        var name = Key(NameOf(path));
        yield return name;
        if (_dialect == Dialect.Hugo && name is "index" or "_index" && SourcePath.FolderOf(path) is { Length: > 0 } folder)
            yield return Key(SourcePath.NameOf(folder));
    }

    private static string NameOf(string path) => ArticleExtensions.Without(SourcePath.NameOf(path));

    private static string Key(string name) => LowerCase.Composed(name);
}
