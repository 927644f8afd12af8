using ContentApi.Importer.Sites;
using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Scanning;

/// <summary>Where the tools keep what they know of authors. Paths are those of the imported folder.</summary>
internal static class AuthorPlaces
{
    /// <summary>Files of many authors without their extension, those that count first at the head.</summary>
    public static IEnumerable<string> Lists(Dialect dialect, SiteConfiguration site)
    {
        IEnumerable<string> own = dialect switch
        {
            Dialect.Hugo => ["data/authors"],
            Dialect.Docusaurus => ["blog/authors"],
            Dialect.Astro => ["src/data/authors", "src/content/authors"],
            Dialect.Gatsby => ["content/authors"],
            Dialect.Eleventy => InputsOf(site).Select(x => $"{x}_data/authors"),
            _ => [],
        };
        var blogs = site.Sections.Where(x => x.IsBlog).Select(x => site.Place.OuterToSource($"{x.Folder}/authors")).OfType<string>();
        return [.. blogs.Concat(Here(site, [.. own, "_data/authors", "source/_data/authors"])).Append("authors").Distinct()];
    }

    /// <summary>Folders with a file for each author.</summary>
    public static IEnumerable<string> Folders(Dialect dialect, SiteConfiguration site) => Here(site, dialect switch
    {
        Dialect.Hugo => ["data/authors", .. (site.ContentFolders ?? ["content"]).Concat(site.Languages.Where(x => x.Tag == site.DefaultLocale).Select(x => x.ContentFolder).OfType<string>()).Select(x => $"{x}/authors")],
        Dialect.Jekyll => ["_data/authors", "_authors", .. (site.ContentFolders ?? []).Select(x => $"{x}/_authors")],
        Dialect.Astro => ["src/content/authors", "src/data/authors"],
        Dialect.Gatsby => ["content/authors"],
        Dialect.Eleventy => InputsOf(site).Select(x => $"{x}_data/authors"),
        _ => [],
    }).Distinct();

    /// <summary>The key that the path of an author's file gives; null when it is no such file.</summary>
    /// <param name="folder">One of <see cref="Folders"/>.</param>
    /// <param name="path">Of a file below it.</param>
    public static string? KeyOf(string folder, string path)
    {
        var parts = path[(folder.Length + 1)..].Split('/');
        var extension = Path.GetExtension(path).ToLowerInvariant();
        var name = Path.GetFileNameWithoutExtension(path);
        if (ArticleExtensions.IsMarkdown(path))
            return name is "_index" or "index" ? (parts.Length == 2 ? parts[0] : null) : parts.Length == 1 ? name : null;
        return DataFileReader.Extensions.Contains(extension) && parts.Length == 1 ? name : null;
    }

    private static IEnumerable<string> InputsOf(SiteConfiguration site) => [.. (site.ContentFolders ?? []).Select(x => $"{x}/"), "", "src/"];

    private static IEnumerable<string> Here(SiteConfiguration site, IEnumerable<string> paths) => paths.Select(site.Place.ToSource).OfType<string>();
}
