using ContentApi.Parsing;

namespace ContentApi.Importer.Sites;

/// <summary>What the names of Hugo's files say: their language, and their path as its settings name them.</summary>
internal sealed class HugoFileNames
{
    private readonly SiteConfiguration _site;
    private readonly List<(string Folder, string? Language)> _roots;
    private readonly string? _default;

    public HugoFileNames(SiteConfiguration site)
    {
        _site = site;
        _default = site.Languages.FirstOrDefault(x => x.Tag == site.DefaultLocale)?.Folder.ToLowerInvariant();
        IEnumerable<(string Folder, string? Language)> all = (site.ContentFolders ?? ["content"]).Select(x => (x, (string?)null))
            .Concat(site.Languages.Where(x => x.ContentFolder is not null).Select(x => (x.ContentFolder!, (string?)x.Folder.ToLowerInvariant())));
        _roots = [.. from x in all let folder = site.Place.ToSource(x.Folder) where folder is { Length: > 0 } orderby folder.Length descending select (folder, x.Language)];
    }

    /// <summary>The end of a name that stands for a language, in small letters: <c>de</c> of <c>a.de.md</c>; null when there is none.</summary>
    public static string? SuffixOf(string file) => Path.GetFileName(file).Split('.') is [_, .., var suffix, _] && LanguageTag.Normalise(suffix) is not null ? suffix.ToLowerInvariant() : null;

    /// <summary>The key of a file's language, in small letters; null when neither its name, its folder nor the settings tell.</summary>
    public string? LanguageOf(string file)
    {
        if (SuffixOf(file) is { } suffix && (_site.Languages.Count == 0 ? LanguageTag.FromName(suffix) is not null : _site.Languages.Any(x => x.Folder.Equals(suffix, StringComparison.OrdinalIgnoreCase))))
            return suffix;
        return RootOf(file).Language ?? _default;
    }

    /// <summary><c>content/blog/post/index.md</c> is <c>blog/post</c>.</summary>
    public string LogicalPathOf(string file)
    {
        var root = RootOf(file).Folder;
        var path = root is null ? file : file[(root.Length + 1)..];
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var name = path[folder.Length..].Split('.')[0];
        return LowerCase.Of((name is "index" or "_index" ? folder : folder + name).Trim('/'));
    }

    private (string? Folder, string? Language) RootOf(string file) => _roots.Find(x => file.StartsWith($"{x.Folder}/", StringComparison.Ordinal));
}
