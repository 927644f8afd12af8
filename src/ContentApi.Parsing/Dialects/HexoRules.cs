using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Dialects;

/// <summary>Hexo: posts lie in <c>source/_posts</c>, and categories are a tree.</summary>
internal sealed partial class HexoRules : DialectRules
{
    public static readonly HexoRules Instance = new();

    // hexo-generator-alias writes the key in the singular; themes and other tools use the others.
    public override IReadOnlyList<string> AliasKeys { get; } = ["alias", "aliases", "redirectfrom"];

    public override IReadOnlyList<string> GalleryKeys { get; } = ["images", "photos", "photo", "gallery"];

    // The plugin hexo-hide-posts and the theme Fluid.
    public override IReadOnlyList<(string Key, string Value)> UnlistedBy { get; } = [.. UsuallyUnlistedBy, ("hide", "true")];

    // Hexo keeps "a, b" as the name of one tag.
    public override TextSplit TagSplit => TextSplit.None;

    // plugins/processor/post: "category" is looked at without "categories" alone.
    public override bool PluralWins => true;

    public override IReadOnlyList<string> ContentRoots { get; } = ["source"];

    /// <summary>A flat list is one path from the root to a leaf; as soon as one element is a list, each element is a path.</summary>
    public override IReadOnlyList<IReadOnlyList<ParsedName>> ToCategoryPaths(IReadOnlyList<CategoryItem> items) =>
        items.Any(item => item.IsList) || items.Count == 0
            ? [.. items.Select(item => item.Names)]
            : [[.. items.SelectMany(item => item.Names)]];

    /// <summary>Hexo calls every file outside its posts and drafts a page.</summary>
    public override ArticleKind KindOf(ContentPath file) =>
        file.HasFolder("_posts") || file.HasFolder("_drafts") ? ArticleKind.Article : ArticleKind.Page;

    /// <summary>
    /// Posts are named after the setting <c>new_post_name</c>. A date that it does not name is part of the title, as in Hexo, and dates
    /// the article all the same.
    /// </summary>
    public override DatedName SplitDate(string name, IReadOnlyList<string> folders, SiteFacts site)
    {
        var dated = DatedName.Read(name);
        if (site.PostNames is not { } pattern)
            return dated;
        for (var count = folders.Count; count >= 0; count--)
        {
            if (Match(pattern, string.Join('/', folders.TakeLast(count).Append(name))) is { } found)
                return found;
        }

        return dated with { Name = name };
    }

    // Of folders in the pattern those of the file count; what they say is in its path already.
    private static DatedName? Match(string pattern, string path)
    {
        var shape = Name().Replace(Regex.Escape(pattern), name => name.Groups["name"].Value switch
        {
            "title" => "(?<title>.+?)",
            "year" => "(?<year>[0-9]{4})",
            "month" => "(?<month>[0-9]{2})",
            "day" => "(?<day>[0-9]{2})",
            "i_month" => "(?<month>[0-9]{1,2})",
            "i_day" => "(?<day>[0-9]{1,2})",
            "hash" => "[0-9a-f]{12}",
            _ => ".+?",
        });
        var match = Regex.Match(path, $"^{shape}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
        if (!match.Success || !match.Groups["title"].Success || !match.Groups["year"].Success)
            return null;
        var title = match.Groups["title"].Value;
        var date = match.Groups["month"].Success && match.Groups["day"].Success
            ? $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}"
            : null;
        return new DatedName(date, title[(title.LastIndexOf('/') + 1)..]);
    }

    [GeneratedRegex(":(?<name>[a-z_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
