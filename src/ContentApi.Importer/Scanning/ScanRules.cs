using System.Collections.Frozen;

namespace ContentApi.Importer.Scanning;

/// <summary>Which names are articles, images, or no content at all.</summary>
internal static class ScanRules
{
    private static readonly string[] ArticleExtensionsInOrder = [".md", ".markdown", ".mdx", ".html", ".htm"];

    private static readonly FrozenSet<string> ArticleExtensions = ArticleExtensionsInOrder.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ImageExtensions =
        new[] { ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Templates and packages, wherever they lie.
    private static readonly FrozenSet<string> NeverContent = new[] { "node_modules", "_layouts", "_includes" }.ToFrozenSet();

    // Parts of a site generator's own layout. Deeper down these words are names of sections like any other.
    private static readonly FrozenSet<string> SiteParts = new[] { "themes", "scaffolds", "archetypes" }.ToFrozenSet();

    private static readonly FrozenSet<string> SiteConfigurations =
        new[] { "_config.yml", "_config.yaml", "hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config.yaml", "package.json" }.ToFrozenSet();

    /// <summary>For people: what names of articles end in.</summary>
    public static string ArticleExtensionList => $"{string.Join(", ", ArticleExtensionsInOrder.SkipLast(1))} or {ArticleExtensionsInOrder[^1]}";

    public static bool IsArticle(string name)
    {
        if (!ArticleExtensions.Contains(Path.GetExtension(name)))
            return false;
        var stem = name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal));
        return !stem.Equals("README", StringComparison.OrdinalIgnoreCase) && !stem.Equals("LICENSE", StringComparison.OrdinalIgnoreCase);
    }

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
