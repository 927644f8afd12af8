namespace ContentApi.Parsing.Dialects;

/// <summary>What most tools agree on: a flat list of categories is a set, and any file is an article unless it says otherwise.</summary>
internal sealed class GenericRules : DialectRules
{
    public static readonly GenericRules Instance = new();

    public override bool SplitsTagsAtCommas => true;

    public override IReadOnlyList<IReadOnlyList<string>> ToCategoryPaths(IReadOnlyList<CategoryItem> items) =>
        [.. items.Select(item => item.Names)];

    /// <summary>Section files, folders of pages, and the usual pages at the root of a site.</summary>
    public override ArticleKind KindOf(ContentPath path) =>
        path.IsSection || path.HasFolder("_pages") || (path.Folders.Count == 0 && KindNames.IsPageName(path.Name))
            ? ArticleKind.Page
            : ArticleKind.Article;
}
