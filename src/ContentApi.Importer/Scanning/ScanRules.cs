using System.Collections.Frozen;
using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>Which names are articles, images, or no content at all.</summary>
internal static class ScanRules
{
    private static readonly FrozenSet<string> ImageExtensions =
        new[] { ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Templates and packages, wherever they lie.
    private static readonly FrozenSet<string> NeverContent = new[] { "node_modules", "_layouts", "_includes" }.ToFrozenSet();

    // Parts of a site generator's own layout. Deeper down these words are names of sections like any other.
    private static readonly FrozenSet<string> SiteParts = new[] { "themes", "scaffolds", "archetypes" }.ToFrozenSet();

    private static readonly FrozenSet<string> SiteConfigurations =
        ToolFiles.Own.Values.SelectMany(x => x).Concat(ToolFiles.Underscored).Concat(ToolFiles.Plain).Append("package.json").ToFrozenSet();

    // What the hosts of repositories ask for; sites hardly name a page so, in capitals and at their root.
    private static readonly FrozenSet<string> RepositoryFiles = new[] { "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SECURITY.md" }.ToFrozenSet();

    /// <summary>For people: what names of articles end in.</summary>
    public static string ArticleExtensionList => $"{string.Join(", ", ArticleExtensions.All.SkipLast(1))} or {ArticleExtensions.All[^1]}";

    public static bool IsArticle(string name)
    {
        if (!ArticleExtensions.Has(name))
            return false;
        var stem = name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal));
        return !stem.Equals("README", StringComparison.OrdinalIgnoreCase) && !stem.Equals("LICENSE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for an article that is not HTML.</summary>
    public static bool IsMarkdown(string name) => IsArticle(name) && !ArticleExtensions.IsHtml(name);

    /// <summary>True for a file that is about the repository and not a part of its site.</summary>
    /// <param name="path">Below the root.</param>
    public static bool IsOfRepository(string path) => RepositoryFiles.Contains(path);

    /// <summary>True for the page that the other files of its folder belong to.</summary>
    public static bool IsBundleIndex(string name) => name is "index.md" or "index.html" or "index.markdown";

    /// <summary>True for the same page in another language: <c>index.de.md</c> beside <c>index.md</c>.</summary>
    public static bool IsSameIndex(string path, string index)
    {
        var folder = index[..(index.LastIndexOf('/') + 1)];
        var stem = Path.GetFileNameWithoutExtension(path);
        return path.StartsWith($"{folder}index.", StringComparison.Ordinal) && stem.StartsWith("index.", StringComparison.Ordinal) && LanguageTag.Normalise(stem[6..]) is not null;
    }

    /// <summary>The names that an article may have that is called so but for its extension.</summary>
    public static IEnumerable<string> ArticleNamesOf(string stem) => ArticleExtensions.All.Select(x => stem + x);

    public static bool IsImage(string name) => ImageExtensions.Contains(Path.GetExtension(name));

    public static bool IsHidden(string name) => name.StartsWith('.');

    public static bool IsSiteConfiguration(string name) => SiteConfigurations.Contains(name);

    /// <param name="name">Name of a folder.</param>
    /// <param name="isSite">True when the folder above is the root or holds a site's configuration.</param>
    public static bool IsExcludedFolder(string name, bool isSite) =>
        IsHidden(name) || NeverContent.Contains(name) || (isSite && SiteParts.Contains(name));

    /// <summary>What a generator wrote: no articles, but images that addresses may mean.</summary>
    public static bool IsOutputFolder(string name, bool isSite) => isSite && name is "public";
}
