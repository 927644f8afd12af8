namespace ContentApi.Parsing.Dialects;

/// <summary>Hexo: posts lie in <c>source/_posts</c>, and categories are a tree.</summary>
internal sealed class HexoRules : DialectRules
{
    public static readonly HexoRules Instance = new();

    // hexo-generator-alias writes the key in the singular; themes and other tools use the others.
    public override IReadOnlyList<string> AliasKeys { get; } = ["alias", "aliases", "redirectfrom"];

    // Hexo keeps "a, b" as the name of one tag.
    public override TextSplit TagSplit => TextSplit.None;

    public override IReadOnlyList<string> ContentRoots { get; } = ["source"];

    /// <summary>A flat list is one path from the root to a leaf; as soon as one element is a list, each element is a path.</summary>
    public override IReadOnlyList<IReadOnlyList<string>> ToCategoryPaths(IReadOnlyList<CategoryItem> items) =>
        items.Any(item => item.IsList) || items.Count == 0
            ? [.. items.Select(item => item.Names)]
            : [[.. items.SelectMany(item => item.Names)]];

    /// <summary>Hexo calls every file outside its posts and drafts a page.</summary>
    public override ArticleKind KindOf(ContentPath file) =>
        file.HasFolder("_posts") || file.HasFolder("_drafts") ? ArticleKind.Article : ArticleKind.Page;
}
