using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Dialects;

/// <summary>Eleventy: tags make collections, data files give values to whole folders, and <c>permalink: false</c> writes nothing.</summary>
internal sealed partial class EleventyRules : DialectRules
{
    public static readonly EleventyRules Instance = new();

    public override IReadOnlyList<string> DateWords { get; } = ["last modified", "created", "git last modified", "git created"];

    public override IReadOnlyList<string> WeightKeys { get; } = ["weight", "order", "eleventynavigation/order"];

    // Since version 3; before it "a, b" was one.
    public override TextSplit TagSplit => TextSplit.Commas;

    // What the tool's own starter, eleventy-base-blog, leaves out where it shows tags.
    public override IReadOnlyList<string> CollectionTags { get; } = ["all", "nav", "post", "posts"];

    public override IReadOnlyList<(string Key, string Value)> UnlistedBy { get; } = [("eleventyexcludefromcollections", "true"), .. UsuallyUnlistedBy];

    public override bool MergesTags => true;

    public override IReadOnlyList<(string Key, string Value)> UnrenderedBy { get; } = [("permalink", "false"), ("eleventycomputed/permalink", "false")];

    /// <summary>An address is made of names as they are; <c>page.fileSlug</c> alone has no dates.</summary>
    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site) =>
        FolderReader.Read(folders, site, ContentRoots) with { StripsDates = false };

    /// <summary><c>about/about.md</c> stands for its folder as <c>about/index.md</c> does.</summary>
    public override bool StandsForFolder(string name, string? folder, FolderLayout layout) =>
        IsIndex(name) || (folder is not null && name.Equals(folder, StringComparison.Ordinal));

    /// <summary>The first date in the path counts, wherever it stands (11ty.dev/docs/dates).</summary>
    public override DatedName SplitDate(string name, IReadOnlyList<string> folders, SiteFacts site) =>
        new(DateInPath().Match(string.Join('/', folders.Append(name))) is { Success: true } match ? match.Value : null, WithoutDate(name));

    /// <summary>Fills in <c>page.fileSlug</c> and <c>page.filePathStem</c> (11ty.dev/docs/data-eleventy-supplied).</summary>
    public override string FillTemplate(string permalink, ContentPath file) => permalink.Contains("{{", StringComparison.Ordinal)
        ? PlaceInTemplate().Replace(permalink, match =>
        {
            var stem = WithoutDate(file.FileName);
            var name = stem != "index" ? stem : file.Layout.Address is [.., var folder] ? WithoutDate(folder) : "";
            var value = match.Groups["stem"].Success ? "/" + string.Join('/', file.Layout.Address.Append(stem)) : name;
            return match.Groups["filter"].Success ? string.Join('/', value.Split('/').Select(Slug.From)) : value;
        })
        : permalink;

    private static string WithoutDate(string name) => DateBeforeName().Match(name) is { Success: true } match ? match.Groups["name"].Value : name;

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex DateInPath();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}-(?<name>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DateBeforeName();

    [GeneratedRegex(@"\{\{-?\s*page\.(fileSlug|(?<stem>filePathStem))\s*(?<filter>\|\s*(slugify|slug)\s*)?-?\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceInTemplate();
}
