namespace ContentApi.Parsing.Dialects;

/// <summary>Astro: collections lie in <c>src/content</c>, pages in <c>src/pages</c>; Starlight's collection <c>docs</c> is the whole site.</summary>
internal sealed class AstroRules : DialectRules
{
    private const string Content = "src/content";
    private const string Docs = "docs";
    private const string Pages = "src/pages";

    public static readonly AstroRules Instance = new();

    public override IReadOnlyList<string> PublishedKeys { get; } =
        ["pubdate", "publishdate", "date", "publishedat", "publisheddate", "pubdatetime", "datepublished", "published", "created", "createdat", "ms.date"];

    public override IReadOnlyList<string> UpdatedKeys { get; } =
        ["lastmod", "updated", "lastmodifiedat", "modified", "updatedat", "lastmodified", "updateddate", "moddatetime", "datemodified", "lastupdated"];

    public override IReadOnlyList<string> WeightKeys { get; } = ["weight", "order", "sidebar/order"];

    // template: Starlight.
    public override IReadOnlyList<string> KindKeys { get; } = ["layout", "type", "template"];

    public override IReadOnlyList<string> CoverKeys { get; } =
        ["heroimage", "cover", "coverimage", "image", "featuredimage", "featureimage", "ogimage", "hero", "img", "banner", "bannerimg", "headimg", "headerimg", "topimg"];

    // src: a loader may read any folder of it (docs.astro.build/en/reference/content-loader-reference, glob).
    public override IReadOnlyList<string> ContentRoots { get; } = [Content, "src/data", Pages, "src"];

    /// <summary>A slug replaces the whole path of a file below its collection; dates of names are part of an address.</summary>
    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site)
    {
        var layout = FolderReader.Read(folders, site, ContentRoots) with { StripsDates = false };

        // The source may be a part of the site: then its root, and the folder of the collection, may lie above it.
        string[] above = [.. site.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries), .. layout.Root.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        var count = FolderReader.Longest(ContentRoots, above);
        IReadOnlyList<string> outer = [];
        if (count > 0)
        {
            layout = layout with { Root = string.Join('/', above.Take(count)) };
            outer = [.. above.Skip(count)];
        }

        if (layout.IsRootedIn(Pages) || outer.Count > 0)
            return layout;
        return layout.IsRootedIn(Content) && layout.Address is [Docs, ..]
            ? layout with { Address = [.. layout.Address.Skip(1)], Shared = [.. layout.Shared.Skip(1)] }
            : layout with { BaseCount = Math.Min(1, layout.Address.Count) };
    }

    public override IEnumerable<string> FoldersOfSlug(ContentPath file) =>
        file.Layout.IsRootedIn(Pages) ? base.FoldersOfSlug(file) : file.Folders.Take(file.Layout.BaseCount);

    /// <summary>What lies in the folder of pages itself is a page; posts may lie in folders below it.</summary>
    public override ArticleKind KindOf(ContentPath file) =>
        file.Layout.IsRootedIn(Pages) && (file.Depth == 0 || file.IsIndex) ? ArticleKind.Page : base.KindOf(file);

    public override ArticleKind? KindOf(string word) =>
        word.Equals("splash", StringComparison.OrdinalIgnoreCase) ? ArticleKind.Page : base.KindOf(word);
}
