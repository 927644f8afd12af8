using System.Buffers;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>Finds out what image addresses mean, from the list of files alone.</summary>
/// <param name="settings">Source and site.</param>
/// <param name="images">The image files of the folder, by path in NFC.</param>
internal sealed class ImageResolver(ImportSettings settings, IReadOnlyDictionary<string, SourceFile> images)
{
    // Where generators keep what they serve at the root of a site: the folder itself, Hexo, Hugo and Jekyll, output, Hugo's pipes.
    private static readonly string[] SiteRoots = ["", "source", "static", "public", "assets"];

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-");

    private readonly IReadOnlyList<string> _siteRoots = RootsOf(settings);
    private readonly Lazy<ILookup<string, SourceFile>> _byName = new(() => images.Values.ToLookup(x => SourcePath.NameOf(x.Path), StringComparer.OrdinalIgnoreCase));

    /// <param name="articlePath">Path of the article's file below the root.</param>
    /// <param name="address">As written.</param>
    public ImageTarget Resolve(string articlePath, string address)
    {
        var trimmed = address.Trim();
        if (trimmed.StartsWith("//", StringComparison.Ordinal))
            return Remote($"https:{trimmed}");
        if (HasScheme(trimmed))
            return Remote(trimmed);
        if (FindFile(articlePath, trimmed) is { } file)
            return ImageTarget.ForFile(settings.SourceName, file);

        // A relative one is a file beside the article, which is not there; what it would be at the site cannot be known.
        if (trimmed.StartsWith('/') && !TemplateAddress.IsTemplate(trimmed) && settings.SiteUrl is { } site && Uri.TryCreate(site, trimmed, out var joined))
            return Remote(joined.AbsoluteUri);
        return Missing(articlePath, address);
    }

    /// <summary>True for an address that another server or the address itself cannot answer.</summary>
    public static bool MayBeFile(string address) =>
        !address.StartsWith("//", StringComparison.Ordinal) && !HasScheme(address) && !TemplateAddress.IsTemplate(address);

    private static ImageTarget Remote(string url) => new(NaturalKey.RemoteImage(url), ImageTargetKind.Remote, url);

    // The same key as the file will have when it comes.
    private ImageTarget Missing(string articlePath, string address)
    {
        var plain = WithoutQuery(address.Trim());
        var place = plain.StartsWith('/') ? SourcePath.Join("", plain) : SourcePath.Join(SourcePath.FolderOf(articlePath), plain);
        var id = string.IsNullOrEmpty(place)
            ? NaturalKey.UnplacedImage(settings.SourceName, address)
            : NaturalKey.LocalImage(settings.SourceName, place);
        return new ImageTarget(id, ImageTargetKind.Missing, address);
    }

    private SourceFile? FindFile(string articlePath, string address)
    {
        if (images.Count == 0)
            return null;   // as in a folder of nothing but texts

        // A file may really be called 100%25.png or a?b.png, so the address is tried as it is first.
        if (FindSpelled(articlePath, address) is { } file)
            return file;
        var decoded = Unescape(WithoutQuery(address));
        if (decoded != address && FindSpelled(articlePath, decoded) is { } other)
            return other;
        var slashed = decoded.Replace('\\', '/');
        return slashed != decoded ? FindSpelled(articlePath, slashed) : null;
    }

    private SourceFile? FindSpelled(string articlePath, string address)
    {
        foreach (var (folder, rest) in PlacesFor(articlePath, address))
        {
            if (SourcePath.Join(folder, rest) is { } path && images.GetValueOrDefault(Composed.Of(path)) is { } file)
                return file;
        }

        return settings.Dialect.Dialect == Dialect.Obsidian ? FindByName(address) : null;
    }

    // Relative addresses that are no file beside the article are tried from the root too: that is how most themes read
    // the front matter.
    private IEnumerable<(string Folder, string Address)> PlacesFor(string articlePath, string address)
    {
        if (FromSite(address) is { } own)
            return [(settings.Site.Place.ToSource("") ?? "", own)];
        var fromRoots = _siteRoots.Select(root => (root, address));
        if (address.StartsWith('/'))
            return (WithoutBase(address) is { } rest ? _siteRoots.Select(root => (root, rest)) : []).Concat(fromRoots).Concat(AroundRoots(articlePath).Select(root => (root, address)));
        var assetFolder = articlePath[..^Path.GetExtension(articlePath).Length];   // Hexo: hello/ beside hello.md
        return [(SourcePath.FolderOf(articlePath), address), (assetFolder, address), .. fromRoots];
    }

    // A site may lie in any folder around the article: docs/public for docs/guide/a.md (VitePress).
    private static IEnumerable<string> AroundRoots(string articlePath) =>
        from folder in SourcePath.FoldersAround(articlePath) from root in SiteRoots select $"{folder}/{root}";

    // Docusaurus: @site/static/a.png; Astro: ~/assets/a.png and @/assets/a.png, by the usual settings of its projects.
    private string? FromSite(string address) => settings.Dialect.Dialect switch
    {
        Dialect.Docusaurus when address.StartsWith("@site/", StringComparison.Ordinal) => address[6..],
        Dialect.Astro when address.StartsWith("~/", StringComparison.Ordinal) || address.StartsWith("@/", StringComparison.Ordinal) => $"src/{address[2..]}",
        Dialect.Astro when address.StartsWith("@assets/", StringComparison.Ordinal) => $"src/assets/{address[8..]}",
        _ => null,
    };

    // The site may lie below the root of its host: /docs/img/a.png is img/a.png.
    private string? WithoutBase(string address) =>
        settings.SiteUrl is { AbsolutePath.Length: > 1 and var length } site && address.StartsWith(site.AbsolutePath, StringComparison.Ordinal) ? address[(length - 1)..] : null;

    // Obsidian finds a file anywhere in the vault by the end of its path, the one nearest to the root first.
    private SourceFile? FindByName(string address) => _byName.Value[SourcePath.NameOf(address)]
        .Where(x => x.Path.Equals(address, StringComparison.OrdinalIgnoreCase) || x.Path.EndsWith($"/{address.TrimStart('/')}", StringComparison.OrdinalIgnoreCase))
        .OrderBy(x => x.Path.Count(c => c == '/')).ThenBy(x => x.Path, StringComparer.Ordinal)
        .FirstOrDefault();

    private static List<string> RootsOf(ImportSettings settings)
    {
        var site = settings.Site;
        IEnumerable<string> own = [.. SiteRoots, .. site.AttachmentFolder is { } folder ? [folder] : (string[])[], .. site.ContentFolders ?? []];
        return [.. own.Select(site.Place.ToSource).OfType<string>().Concat(SiteRoots).Distinct()];
    }

    private static string WithoutQuery(string address) => address.IndexOfAny(['?', '#']) is >= 0 and var end ? address[..end] : address;

    private static string Unescape(string address) => address.Contains('%') ? Uri.UnescapeDataString(address) : address;

    // Two letters at least, because C:\ is no scheme.
    private static bool HasScheme(string address) =>
        address.IndexOf(':') is >= 2 and var colon && char.IsAsciiLetter(address[0]) && !address.AsSpan(1, colon - 1).ContainsAnyExcept(SchemeCharacters);
}
