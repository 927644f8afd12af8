namespace ContentApi.Importer.Settings;

/// <summary>
/// Names that a declared field cannot have: those of the graph's Article, of its filter and of its orders, and those that are kept for them. A declaration
/// that is taken today is to be taken by the next version too.
/// </summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Names =
    [
        "and", "authors", "backlinks", "body", "canonicalUrl", "categories", "commentsEnabled", "cover",
        "description", "excerpt", "expiresAt", "id", "images", "kind", "links", "locale", "next", "not",
        "or", "params", "path", "previous", "primaryCategory", "publishedAt", "readingTime", "related", "revisions",
        "series", "slug", "source", "sourceDate", "sourcePath", "status", "tableOfContents", "tags", "text", "title", "translations", "updatedAt", "uuid", "version",
        "weight", "wordCount",
    ];

    public static bool Contains(string name) => Names.Contains(name);
}
