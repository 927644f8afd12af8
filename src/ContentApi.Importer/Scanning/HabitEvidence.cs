using System.Text.RegularExpressions;
using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Scanning;

/// <summary>What the files themselves say about the tool of a site: the format of their front matter, and keys that one tool alone has.</summary>
internal static partial class HabitEvidence
{
    private const int SampleSize = 50;

    // Bytes. Larger ones are data, not articles to learn habits from.
    private const int MaxLength = 128 * 1024;

    // One file in five at least: a key may be in a file by chance.
    private const int MinShare = 5;

    // Double brackets are in other texts too.
    private const int MinNotes = 3;

    // Only what no other tool's users write: lastmod and lists of categories within a list, say, are anybody's.
    private static readonly (Dialect Dialect, string Key)[] Keys =
    [
        (Dialect.Eleventy, "eleventyNavigation"), (Dialect.Eleventy, "eleventyExcludeFromCollections"), (Dialect.Eleventy, "eleventyComputed"),
        (Dialect.Gatsby, "templateKey"),
        (Dialect.Docusaurus, "sidebar_position"), (Dialect.Docusaurus, "sidebar_label"), (Dialect.Docusaurus, "hide_table_of_contents"),
        (Dialect.Astro, "heroImage"), (Dialect.Astro, "pubDate"), (Dialect.Astro, "pubDatetime"),
        (Dialect.Hexo, "abbrlink"),
        (Dialect.Hugo, "isCJKLanguage"),
    ];

    private static readonly string[] ZolaTables = ["taxonomies", "extra"];

    private static readonly string[] ZolaKeys = ["path", "template", "in_search_index", "transparent", "page_template", "sort_by"];

    /// <summary>Reads a sample spread over the folder.</summary>
    public static IEnumerable<Evidence> Find(FolderOutline outline)
    {
        var articles = outline.Files.Where(x => ScanRules.IsArticle(SourcePath.NameOf(x))).Order(StringComparer.Ordinal).ToList();
        var step = Math.Max(1, (double)articles.Count / SampleSize);
        var sample = Enumerable.Range(0, Math.Min(SampleSize, articles.Count)).Select(i => articles[(int)(i * step)])
            .Select(path => (Path: path, File: Read(outline.Root, path))).Where(x => x.File is not null).ToList();
        var habits = sample.Select(x => HabitOf(x.Path, x.File!)).OfType<(Dialect Dialect, string Text)>().ToList();
        foreach (var group in habits.GroupBy(x => x.Dialect))
        {
            var count = group.Count();
            var (text, most) = group.GroupBy(x => x.Text).Select(x => (x.Key, Count: x.Count())).OrderByDescending(x => x.Count).ThenBy(x => x.Key, StringComparer.Ordinal).First();
            if (count * MinShare >= sample.Count && (group.Key != Dialect.Obsidian || count >= MinNotes))
                yield return new Evidence(group.Key, 25 + (20 * count / sample.Count), $"{most} of {sample.Count} files have {text}");
        }
    }

    private static FrontMatterFile? Read(string root, string path)
    {
        try
        {
            return SiteFile.FindUnlinked(root, path) is { } file && SiteFile.Read(file, MaxLength) is { Length: > 0 } content ? FrontMatterFile.Read(path, content) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (Dialect Dialect, string Text)? HabitOf(string path, FrontMatterFile file)
    {
        if (file.IsToml)
            return TomlHabitOf(file.Map);
        if (Keys.FirstOrDefault(x => file.Map.Entries.Any(e => e.Key == x.Key)) is { Key: not null } key)
            return (key.Dialect, $"{key.Dialect}'s key {key.Key}");
        if (path.EndsWith("_index.md", StringComparison.Ordinal) && (path.Length == 9 || path[^10] == '/'))
            return (Dialect.Hugo, "the name _index.md, as Hugo's sections have");
        return WikiLink().IsMatch(file.Body) ? (Dialect.Obsidian, "links in double brackets, as Obsidian's notes have") : null;
    }

    private static (Dialect Dialect, string Text) TomlHabitOf(MetaMap map)
    {
        if (ZolaTables.FirstOrDefault(x => map.Find(x) is MetaMap) is { } table)
            return (Dialect.Zola, $"TOML front matter with [{table}], as Zola's do");
        return ZolaKeys.FirstOrDefault(x => map.Find(x) is MetaScalar) is { } key
            ? (Dialect.Zola, $"TOML front matter with the key {key}, as Zola's do")
            : (Dialect.Hugo, "TOML front matter, as Hugo's do");
    }

    // A shell's [[ -f x ]] has a blank behind its brackets.
    [GeneratedRegex(@"(^|[\s(!])\[\[[^\s\[\]`][^\[\]\n`]{0,200}\]\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WikiLink();
}
