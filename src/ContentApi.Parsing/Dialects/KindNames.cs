namespace ContentApi.Parsing.Dialects;

/// <summary>The words that layouts, types and file names use for posts and for pages.</summary>
internal static class KindNames
{
    private static readonly HashSet<string> Posts = new(["post", "posts", "article", "articles", "blog"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Pages = new(
        [
            "page", "pages", "about", "index", "home", "archive", "archives", "category", "categories", "tag", "tags",
            "link", "links", "friend", "friends", "contact", "search", "404", "redirect",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsPageName(string name) => Pages.Contains(name);

    /// <summary>What a layout or type says; null when it says nothing about the kind.</summary>
    public static ArticleKind? KindOf(string word) =>
        Posts.Contains(word) ? ArticleKind.Article : Pages.Contains(word) ? ArticleKind.Page : null;

    /// <summary>True when the kind says all that the word says.</summary>
    public static bool IsPlain(string word) => Posts.Contains(word) || word.Equals("page", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a layout without its folders and extension: <c>post</c> of <c>layouts/post.njk</c>.</summary>
    public static string WordOf(string layout)
    {
        var name = layout[(layout.LastIndexOf('/') + 1)..];
        var dot = name.IndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }
}
