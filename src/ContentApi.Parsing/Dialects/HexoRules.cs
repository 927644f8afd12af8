namespace ContentApi.Parsing.Dialects;

/// <summary>Hexo: posts lie in <c>source/_posts</c>, and categories are a tree.</summary>
internal sealed class HexoRules : DialectRules
{
    public static readonly HexoRules Instance = new();

    // Hexo keeps "a, b" as the name of one tag.
    public override bool SplitsTagsAtCommas => false;

    public override string RootFolder => "source";

    /// <summary>A flat list is one path from the root to a leaf; as soon as one element is a list, each element is a path.</summary>
    public override IReadOnlyList<IReadOnlyList<string>> ToCategoryPaths(IReadOnlyList<CategoryItem> items) =>
        items.Any(item => item.IsList) || items.Count == 0
            ? [.. items.Select(item => item.Names)]
            : [[.. items.SelectMany(item => item.Names)]];

    /// <summary>Hexo calls every file outside its posts and drafts a page.</summary>
    public override ArticleKind KindOf(ContentPath path) =>
        path.HasFolder("_posts") || path.HasFolder("_drafts") ? ArticleKind.Article : ArticleKind.Page;
}
