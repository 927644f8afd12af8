using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Sites;

/// <summary>
/// Finds languages where no settings declare any: by translations that lie beside each other, because some codes of languages are also
/// words, endings and countries (<c>it</c>, <c>gov.uk</c>). A region or a script (<c>zh-cn</c>) makes a code plain.
/// </summary>
internal static class SeenLanguages
{
    private static readonly string[] Words = ["be", "ca", "et", "he", "hi", "id", "it", "ms", "ne", "uk"];

    /// <summary>
    /// The tags at the ends of names: <c>post.zh.md</c>, and <c>post.uk.md</c> beside <c>post.md</c> or <c>post.de.md</c>. One such
    /// pair speaks for all files.
    /// </summary>
    public static IEnumerable<string> FindSuffixes(FolderOutline outline)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var names = outline.FindFiles(x => TagOf(x) is not null).Select(path => (Path: path, Tag: TagOf(path)!)).ToLookup(x => StemOf(StemOf(x.Path)));
        foreach (var translations in names)
        {
            var tags = translations.Select(x => x.Tag).Distinct().ToList();
            var isShown = tags.Count > 1 || ScanRules.ArticleNamesOf(translations.Key).Any(outline.HasFile);
            found.UnionWith(tags.Where(x => isShown || !Words.Contains(x)));
        }

        return found;
    }

    /// <summary>Folders at any depth, with their tags: those of several languages side by side of which two have the same file, and one with a region that has a file of the folder around it.</summary>
    public static Dictionary<string, string> FindFolders(FolderOutline outline)
    {
        var folders = outline.Folders.Select(x => (Path: x, Tag: LanguageTag.FromName(SourcePath.NameOf(x)))).Where(x => x.Tag is not null).ToDictionary(x => x.Path, x => x.Tag!);
        var holders = new Dictionary<(string Parent, string File), string>();
        var found = new HashSet<string>();
        var parents = new HashSet<string>();
        foreach (var path in outline.Files.Where(ArticleExtensions.Has))
        {
            for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
            {
                var folder = path[..end];
                if (!folders.TryGetValue(folder, out var tag))
                    continue;
                var parent = SourcePath.FolderOf(folder);
                var file = path[(end + 1)..];
                if (IsPlain(tag) && outline.HasFile(SourcePath.Join(parent, file) ?? file))
                    found.Add(folder);
                if (IsOfFolder(file))
                    continue;   // each country of a list has one too
                if (!holders.TryAdd((parent, file), folder) && holders[(parent, file)] != folder)
                    parents.Add(parent);
            }
        }

        return folders.Where(x => found.Contains(x.Key) || parents.Contains(SourcePath.FolderOf(x.Key))).ToDictionary();
    }

    private static bool IsPlain(string tag) => tag.Contains('-');

    private static bool IsOfFolder(string file) => !file.Contains('/') && StemOf(file) is "index" or "_index" or "README";

    private static string StemOf(string path) => path.LastIndexOf('.') is >= 0 and var dot && dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;

    private static string? TagOf(string path) =>
        ArticleExtensions.Has(path) && Path.GetExtension(StemOf(path)) is { Length: > 1 } suffix && StemOf(StemOf(path)) != StemOf(path) ? LanguageTag.FromName(suffix[1..]) : null;
}
