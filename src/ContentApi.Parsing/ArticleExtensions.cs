namespace ContentApi.Parsing;

/// <summary>What the names of files that may be articles end in.</summary>
public static class ArticleExtensions
{
    private static readonly string[] HtmlOnly = [".html", ".htm"];

    /// <summary>Lower-cased, with the dot. Of files that differ in nothing else the first of these is meant.</summary>
    public static IReadOnlyList<string> All { get; } = [".md", ".markdown", ".mdx", .. HtmlOnly];

    /// <summary>True for a path that ends in one of them, in any case.</summary>
    public static bool Has(string path) => All.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a path that ends in one that is not HTML's.</summary>
    public static bool IsMarkdown(string path) => Has(path) && !IsHtml(path);

    /// <summary>True for a path that ends in one of HTML's.</summary>
    public static bool IsHtml(string path) => HtmlOnly.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The path without its extension; as it is when that is none of an article.</summary>
    public static string Without(string path) => Has(path) ? path[..^Path.GetExtension(path).Length] : path;
}
