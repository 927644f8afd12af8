namespace ContentApi.Parsing.Dialects;

/// <summary>Reads content roots and language folders as most tools have them.</summary>
internal static class FolderReader
{
    /// <summary>The folders without the deepest content root. A folder of a language stays in the address.</summary>
    public static FolderLayout Read(IReadOnlyList<string> folders, SiteFacts site, IReadOnlyList<string> usualRoots)
    {
        var root = Longest(site.ContentRoots ?? usualRoots, folders);
        var language = Longest(site.LanguageFolders.Keys, folders);
        var address = folders.Skip(root);
        return new FolderLayout
        {
            Address = [.. address],
            Shared = language > root ? [.. Without(folders, language - 1).Skip(root)] : [.. address],
            Root = string.Join('/', folders.Take(root)),
            Locale = language > 0 ? TagOf(folders.Take(language), site) : null,
            StripsDates = true,
        };
    }

    /// <summary>How many folders the longest of these paths has that the folders begin with; 0 when there is none.</summary>
    public static int Longest(IEnumerable<string> paths, IReadOnlyList<string> folders)
    {
        var longest = 0;
        foreach (var path in paths)
        {
            var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (segments.Length > longest && segments.Length <= folders.Count && segments.SequenceEqual(folders.Take(segments.Length)))
                longest = segments.Length;
        }

        return longest;
    }

    public static string? TagOf(IEnumerable<string> languageFolder, SiteFacts site)
    {
        var path = string.Join('/', languageFolder);
        var written = site.LanguageFolders.FirstOrDefault(x => x.Key.Trim('/') == path).Value;
        return written is null ? null : LanguageTag.Normalise(written);
    }

    public static IEnumerable<string> Without(IEnumerable<string> folders, int index) => folders.Where((_, i) => i != index);
}
