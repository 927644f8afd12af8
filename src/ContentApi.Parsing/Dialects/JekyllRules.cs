using System.Globalization;
using System.Text.RegularExpressions;
using ContentApi.Parsing.Fields;

namespace ContentApi.Parsing.Dialects;

/// <summary>Jekyll: posts lie in <c>_posts</c> with the date in their names, collections in folders that begin with an underscore; all else is a page.</summary>
internal sealed partial class JekyllRules : DialectRules
{
    private const string Posts = "_posts";

    public static readonly JekyllRules Instance = new();

    private static readonly string[] PatternNames = ["pretty", "date", "none", "ordinal", "weekdate"];

    public override IReadOnlyList<string> AliasKeys { get; } = ["redirectfrom", "aliases", "alias"];

    public override IReadOnlyList<string> WeightKeys { get; } = ["weight", "order", "navorder"];

    // page_id: Polyglot; lang-ref and ref: how sites without a plugin pair their pages.
    public override IReadOnlyList<string> TranslationKeys { get; } = ["translationkey", "translationid", "i18nkey", "pageid", "langref", "ref"];

    // header: the theme Minimal Mistakes. image: {feature, teaser, thumbnail}: So Simple, and Minimal Mistakes before its version 4.
    public override IReadOnlyList<string> CoverKeys { get; } =
        ["image", "cover", "coverimage", "featuredimage", "featureimage", "featureimg", "header/image", "header/overlayimage", "img", "banner", "hero", "heroimage", "headerimg", "headimg", "bannerimg", "topimg"];

    public override IReadOnlyList<string> ThumbnailKeys { get; } = ["thumbnail", "thumb", "thumbnailimg", "thumbnailimage", "header/teaser", "image/teaser", "image/thumbnail", "image/thumb"];

    // The theme Chirpy, now and before its version 7.
    public override IReadOnlyList<string> PictureFolderKeys { get; } = ["mediasubpath", "imgpath"];

    public override TextSplit TagSplit => TextSplit.Spaces;

    public override TextSplit CategorySplit => TextSplit.Spaces;

    // Utils.pluralized_array_from_hash: the singular key is taken whole, and only without one the plural is looked at.
    public override bool SingularWins => true;

    // Document#merge_categories! and #populate_categories: of the folders, the defaults, and both keys.
    public override bool MergesCategories => true;

    // Utils.merge_values
    public override bool KeepsDefaultsOfNull => true;

    public override bool HasExcerptSeparator => true;

    /// <summary>The folders above <c>_posts</c> are categories of its posts.</summary>
    public override IReadOnlyList<string> CategoriesOf(ContentPath file) => file.FoldersAbove(Posts);

    /// <summary>Files of posts, drafts and collections are articles, and so are files named as posts are; those who write them are pages.</summary>
    public override ArticleKind KindOf(ContentPath file) =>
        !file.HasFolder("_pages") && !file.HasFolder("_authors") && (file.Date is not null || file.HasFolderWithUnderscore) ? ArticleKind.Article : ArticleKind.Page;

    public override bool IsPatternName(string permalink) => PatternNames.Contains(permalink, StringComparer.OrdinalIgnoreCase);

    /// <summary>Of what lies in <c>_posts</c> Jekyll reads the files with a date before their names (<c>Document::DATE_FILENAME_MATCHER</c>).</summary>
    public override (string Reason, string? Mend)? WhyUnrendered(ContentPath file, SiteFacts site) =>
        (file.HasFolder(Posts) || site.Folder.Split('/').Contains(Posts)) && !PostName().IsMatch(file.FileName)
            ? ("Jekyll reads no post whose name does not begin with a date and a hyphen", "Put the date before the name, as in 2026-01-31-name.md; in a folder that is not Jekyll's, set the dialect.")
            : base.WhyUnrendered(file, site);

    /// <summary>What looks like a date is no part of a post's name, whether there is such a day or not. Years of two digits are those of 1969 to 2068, as in Ruby's <c>Date._parse</c>.</summary>
    public override DatedName SplitDate(string name, IReadOnlyList<string> folders, SiteFacts site)
    {
        if (PostName().Match(name) is not { Success: true } post || post.Groups["name"].Value is not { Length: > 0 } rest)
            return DatedName.Read(name);
        var date = post.Groups["date"].Value;
        return new DatedName(date[2] != '-' ? date : string.CompareOrdinal(date, "69") < 0 ? $"20{date}" : $"19{date}", rest);
    }

    /// <summary>Those of <c>Drops::UrlDrop</c>; of a page its folder and name alone.</summary>
    public override string? FillPermalink(string name, PermalinkFields fields)
    {
        var file = fields.File;
        var isPage = file.Date is null && !file.HasFolderWithUnderscore;
        return name switch
        {
            "output_ext" => ".html",
            "path" => string.Join('/', isPage ? file.Layout.Address : file.CollectionPath.Append(file.FileName)),
            "basename" when isPage => file.FileName,
            _ when isPage => null,
            "collection" => file.Collection is "posts" or "drafts" ? "posts" : file.Collection,
            "name" => Slugify(file.FileName),
            "title" => Slugify(fields.WrittenSlug ?? file.Name, isPretty: true),
            "slug" => Slugify(fields.WrittenSlug ?? file.Name),
            "categories" => string.Join('/', fields.Categories.Select(LowerCase.Of).Distinct()),
            "slugified_categories" => string.Join('/', fields.Categories.Select(x => Slugify(x)).Distinct()),
            _ => FillDate(name, fields),
        };
    }

    private string? FillDate(string name, PermalinkFields fields) => name switch
    {
        "year" => fields.Date(PublishedKeys, "yyyy"),
        "month" => fields.Date(PublishedKeys, "MM"),
        "day" => fields.Date(PublishedKeys, "dd"),
        "hour" => fields.Date(PublishedKeys, "HH"),
        "minute" => fields.Date(PublishedKeys, "mm"),
        "second" => fields.Date(PublishedKeys, "ss"),
        "i_month" => fields.Date(PublishedKeys, "%M"),
        "i_day" => fields.Date(PublishedKeys, "%d"),
        "short_year" => fields.Date(PublishedKeys, "yy"),
        "short_month" => fields.Date(PublishedKeys, "MMM"),
        "long_month" => fields.Date(PublishedKeys, "MMMM"),
        "short_day" => fields.Date(PublishedKeys, "ddd"),
        "long_day" => fields.Date(PublishedKeys, "dddd"),
        "y_day" => fields.DateOf(PublishedKeys)?.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        "w_year" => fields.DateOf(PublishedKeys) is { } date ? ISOWeek.GetYear(date.DateTime).ToString(CultureInfo.InvariantCulture) : null,
        "week" => fields.DateOf(PublishedKeys) is { } date ? ISOWeek.GetWeekOfYear(date.DateTime).ToString("00", CultureInfo.InvariantCulture) : null,
        "w_day" => fields.DateOf(PublishedKeys) is { } date ? (((int)date.DayOfWeek + 6) % 7 + 1).ToString(CultureInfo.InvariantCulture) : null,
        _ => null,
    };

    // Utils.slugify in the modes "default", which lowers, and "pretty", which does not.
    private static string Slugify(string text, bool isPretty = false) =>
        isPretty ? PrettyGap().Replace(text, "-").Trim('-') : LowerCase.Of(Gap().Replace(text, "-").Trim('-'));

    // Document::DATE_FILENAME_MATCHER
    [GeneratedRegex(@"^(?<date>[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2})-(?<name>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex PostName();

    [GeneratedRegex(@"[^\p{M}\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+", RegexOptions.CultureInvariant)]
    private static partial Regex PrettyGap();
}
