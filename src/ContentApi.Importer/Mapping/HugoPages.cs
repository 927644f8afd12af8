using ContentApi.Importer.Scanning;
using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>Hugo's pages by their logical paths: without extension and language, those of bundles and sections by their folder, in any case (gohugo.io, "Page.Path").</summary>
/// <param name="pages">All articles by <see cref="KeysOf"/>.</param>
internal sealed class HugoPages(FileIndex pages)
{
    private const string LanguageMark = "?lang=";

    /// <summary>An address of <c>ref</c> without its language, and the language; null when it names none.</summary>
    public static (string Path, string? Language) SplitLanguage(string address) =>
        address.IndexOf(LanguageMark, StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[(at + LanguageMark.Length)..]) : (address, null);

    /// <summary>What a page may be called.</summary>
    public static IEnumerable<string> KeysOf(string file) => NamesOf(file).Select(x => x.Key);

    /// <summary>The file of a page; null when there is none.</summary>
    /// <param name="path">Below the root, with or without extension.</param>
    /// <param name="language">As names of files have it; the page in no language does too, and any does for none.</param>
    public string? Find(string path, string? language)
    {
        var extension = ArticleExtensions.Has(path) ? Path.GetExtension(path) : "";
        var key = Key(ArticleExtensions.Without(path));
        return pages.Find(key).SelectMany(file => NamesOf(file).Where(x => x.Key == key).Select(x => (File: file, x.Language)))
            .Where(x => x.File.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            .Where(x => language is null || x.Language is null || IsWanted(x.Language))
            .OrderByDescending(x => IsWanted(x.Language)).ThenByDescending(x => x.Language is null).ThenBy(x => x.File, StringComparer.Ordinal)
            .Select(x => x.File).FirstOrDefault();

        bool IsWanted(string? other) => string.Equals(other, language, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<(string Key, string? Language)> NamesOf(string file)
    {
        var stem = ArticleExtensions.Without(file);
        yield return (Key(stem), null);
        var language = HugoFileNames.SuffixOf(file);
        var plain = language is null ? stem : stem[..^(language.Length + 1)];
        if (language is not null)
            yield return (Key(plain), language);
        if (SourcePath.NameOf(plain) is "index" or "_index")
            yield return (Key(SourcePath.FolderOf(plain)), language);
    }

    private static string Key(string path) => LowerCase.Composed(path);
}
