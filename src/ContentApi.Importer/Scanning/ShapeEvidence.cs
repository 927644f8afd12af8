using System.Text.RegularExpressions;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>What the names of folders and files say about the tool of a site.</summary>
internal static partial class ShapeEvidence
{
    private static readonly (Dialect Dialect, int Weight, string Folder)[] Folders =
    [
        (Dialect.Hexo, 60, "source/_posts"),
        (Dialect.Hexo, 35, "scaffolds"),
        (Dialect.Hugo, 45, "archetypes"),
        (Dialect.Docusaurus, 60, "versioned_docs"),
        (Dialect.Astro, 40, "src/content"),
    ];

    private static readonly (Dialect Dialect, int Weight, string[] Files)[] Files =
    [
        (Dialect.Astro, 70, ["src/content.config.ts", "src/content.config.js", "src/content.config.mjs", "src/content/config.ts", "src/content/config.js", "src/content/config.mjs"]),
        (Dialect.Gatsby, 70, ["gatsby-node.js", "gatsby-node.ts", "gatsby-node.mjs", "gatsby-browser.js", "gatsby-browser.tsx", "gatsby-ssr.js"]),
        (Dialect.Docusaurus, 60, ["sidebars.js", "sidebars.ts"]),
    ];

    private static readonly (Dialect Dialect, int Weight, string Mark)[] Marks =
    [
        (Dialect.Eleventy, 60, ".11tydata.js"),
        (Dialect.Eleventy, 60, ".11tydata.cjs"),
        (Dialect.Eleventy, 60, ".11tydata.mjs"),
        (Dialect.Eleventy, 60, ".11tydata.json"),
        (Dialect.Astro, 60, ".astro"),
        (Dialect.Docusaurus, 50, "/_category_.json"),
        (Dialect.Docusaurus, 50, "/_category_.yml"),
    ];

    public static IEnumerable<Evidence> Find(FolderOutline outline)
    {
        foreach (var (dialect, weight, folder) in Folders)
        {
            if (outline.Folders.Contains(folder))
                yield return new Evidence(dialect, weight, $"it has a folder {folder}");
        }

        foreach (var (dialect, weight, files) in Files)
        {
            if (files.FirstOrDefault(outline.HasFile) is { } file)
                yield return new Evidence(dialect, weight, $"{file} is {dialect}'s");
        }

        foreach (var (dialect, weight, mark) in Marks)
        {
            if (outline.Files.FirstOrDefault(x => x.EndsWith(mark, StringComparison.Ordinal)) is { } file)
                yield return new Evidence(dialect, weight, $"{file} is {dialect}'s");
        }

        if (IsHexoSource(outline))
            yield return new Evidence(Dialect.Hexo, 60, "it is a folder source with _posts");
        else if (FindDatedPosts(outline) is { } posts)
            yield return new Evidence(Dialect.Jekyll, 50, posts);
    }

    private static bool IsHexoSource(FolderOutline outline) =>
        (Path.GetFileName(outline.Root) == "source" && outline.Folders.Contains("_posts"))
        || (Path.GetFileName(outline.Root) == "_posts" && Path.GetFileName(Path.GetDirectoryName(outline.Root)) == "source");

    // Jekyll takes no other names for posts; Hexo keeps its own below source.
    private static string? FindDatedPosts(FolderOutline outline)
    {
        var isPosts = Path.GetFileName(outline.Root) == "_posts";
        var posts = outline.Files.Where(ScanRules.IsArticle)
            .Where(x => (isPosts || PostFolder().IsMatch(x)) && !x.StartsWith("source/_posts/", StringComparison.Ordinal)).ToList();
        var dated = posts.Where(x => DatedName().IsMatch(x)).ToList();
        if (dated.Count == 0 || dated.Count * 2 < posts.Count)
            return null;
        return isPosts
            ? "it is a folder _posts of files named by date, as Jekyll's are"
            : $"{dated[0][..(dated[0].LastIndexOf("_posts/", StringComparison.Ordinal) + 6)]} holds files named by date, as Jekyll's posts are";
    }

    [GeneratedRegex("(^|/)_posts/", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PostFolder();

    [GeneratedRegex("(^|/)[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-[^/]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DatedName();
}
