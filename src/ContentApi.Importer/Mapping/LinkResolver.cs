using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>Finds the files that links mean, from the list of files alone. Safe to call from several threads.</summary>
internal sealed class LinkResolver
{
    // Where the tools keep what a link from the root of the content begins at, beside what the site says itself.
    private static readonly string[] UsualRoots = ["", "content", "source", "source/_posts", "src/content", "src/pages", "docs"];

    // Names that are looked at for one that is like a dead link's.
    private const int MaxNeighbours = 200;

    // Names of notes that are compared with a dead one's.
    private const int MaxNames = 2_000;

    // Of a run. Who has more has moved a folder, and one mend for all.
    private const int MaxSuggestions = 100;

    private readonly Dialect _dialect;
    private readonly string[] _roots;
    private readonly Dictionary<string, string> _files;
    private readonly Lazy<ILookup<string, string>> _byName;
    private readonly Lazy<ILookup<string, string>> _byFolder;
    private readonly Lazy<List<string>> _names;
    private int _suggestions;

    /// <param name="settings">Dialect and site.</param>
    /// <param name="articles">Of the folder, in ordinal order of their paths.</param>
    public LinkResolver(ImportSettings settings, IReadOnlyList<SourceFile> articles)
    {
        _dialect = settings.Dialect.Dialect;
        _roots = [.. settings.Facts.LanguageFolders.Keys.Concat(settings.Facts.ContentRoots ?? []).Concat(UsualRoots).Distinct()];
        _files = articles.DistinctBy(x => Nfc(x.Path)).ToDictionary(x => Nfc(x.Path), x => x.Path);
        _byName = new Lazy<ILookup<string, string>>(() => _files.SelectMany(NamesOf).ToLookup(x => x.Name, x => x.Path));
        _byFolder = new Lazy<ILookup<string, string>>(() => _files.Values.ToLookup(SourcePath.FolderOf));
        _names = new Lazy<List<string>>(() => [.. _byName.Value.SelectMany(x => x).Select(NameOf).Distinct().Take(MaxNames).DefaultIfEmpty("")]);
    }

    /// <summary>Path of the file below the root; null when there is none.</summary>
    /// <param name="articlePath">File of the link.</param>
    /// <param name="syntax">How the link is written.</param>
    /// <param name="address">As <see cref="ParsedLink.Address"/> has it.</param>
    public string? Find(string articlePath, LinkSyntax syntax, string address)
    {
        address = Nfc(address).Replace('\\', '/');
        return syntax switch
        {
            LinkSyntax.File => FindPath(Bases(articlePath, address), address) ?? (_dialect == Dialect.Obsidian ? FindName(address) : null),
            LinkSyntax.ZolaInternal => FindPath(_roots, address[2..]),
            LinkSyntax.JekyllLink => FindPath(_roots, address),
            LinkSyntax.HugoRef => FindPage(articlePath, address),
            LinkSyntax.Wiki when address.StartsWith('.') => FindPath([SourcePath.FolderOf(articlePath)], address),
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
        if (syntax is LinkSyntax.Wiki or LinkSyntax.Post)
            return NearestName.Find(name, _names.Value);
        if (_byName.Value[Key(name)].FirstOrDefault() is { } moved)
            return moved;
        if (SourcePath.Join(SourcePath.FolderOf(articlePath), address) is not { } path)
            return null;
        var neighbours = _byFolder.Value[SourcePath.FolderOf(path)].Take(MaxNeighbours).ToList();
        return NearestName.Find(SourcePath.NameOf(path), neighbours.Select(SourcePath.NameOf).DefaultIfEmpty("")) is { Length: > 0 } near
            ? neighbours.Find(file => file.EndsWith($"/{near}", StringComparison.Ordinal) || file == near)
            : null;
    }

    private IEnumerable<string> Bases(string articlePath, string address) => address.StartsWith('/') ? _roots : _roots.Prepend(SourcePath.FolderOf(articlePath));

    private string? FindPath(IEnumerable<string> bases, string address)
    {
        foreach (var folder in bases)
        {
            if (SourcePath.Join(folder, address) is not { Length: > 0 } path)
                continue;
            if (_files.GetValueOrDefault(path) is { } exact)
                return exact;
            if (!ArticleExtensions.Has(path) && ArticleExtensions.All.Select(extension => _files.GetValueOrDefault(path + extension)).FirstOrDefault(x => x is not null) is { } named)
                return named;
        }

        return null;
    }

    // A page of Hugo: in the language of the link or of the file that holds it, with or without extension, a bundle by its folder.
    private string? FindPage(string articlePath, string address)
    {
        var language = "";
        if (address.IndexOf("?lang=", StringComparison.Ordinal) is >= 0 and var end)
            (address, language) = (address[..end], address[(end + 6)..]);
        else if (Path.GetExtension(Path.GetFileNameWithoutExtension(articlePath)) is { Length: > 1 and < 7 } suffix)
            language = suffix[1..];
        var plain = ArticleExtensions.Without(address).TrimEnd('/');
        string[] forms = [$"{plain}.{language}", plain, $"{plain}/index.{language}", $"{plain}/index", $"{plain}/_index.{language}", $"{plain}/_index"];
        var bases = Bases(articlePath, address).OrderByDescending(folder => language.Length > 0 && folder.EndsWith($"/{language}", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var form in forms.Where(form => language.Length > 0 || !form.EndsWith('.')))
        {
            foreach (var extension in ArticleExtensions.Has(address) ? [Path.GetExtension(address)] : ArticleExtensions.All)
            {
                if (FindPath(bases, form + extension) is { } file)
                    return file;
            }
        }

        return address.Contains('/') ? null : FindName(plain);
    }

    // By the name of a file, with some of its folders: the shortest path first, then the ordinal-first.
    private string? FindName(string address)
    {
        var wanted = Key(ArticleExtensions.Without(address)).Trim('/');
        return _byName.Value[SourcePath.NameOf(wanted)]
            .Where(path => $"/{Key(ArticleExtensions.Without(path))}".EndsWith($"/{wanted}", StringComparison.Ordinal) || !wanted.Contains('/'))
            .OrderBy(path => path.Count(c => c == '/'))
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    // In Hugo a bundle has the name of its folder.
    private IEnumerable<(string Name, string Path)> NamesOf(KeyValuePair<string, string> file)
    {
        var name = Key(NameOf(file.Key));
        yield return (name, file.Value);
        if (_dialect == Dialect.Hugo && name is "index" or "_index" && SourcePath.FolderOf(file.Key) is { Length: > 0 } folder)
            yield return (Key(SourcePath.NameOf(folder)), file.Value);
    }

    private static string NameOf(string path) => ArticleExtensions.Without(SourcePath.NameOf(path));

    private static string Key(string name) => Nfc(name).ToLowerInvariant();

    private static string Nfc(string text) => Composed.Of(text);
}
