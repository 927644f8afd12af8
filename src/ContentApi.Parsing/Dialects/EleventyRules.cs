namespace ContentApi.Parsing.Dialects;

/// <summary>Eleventy: tags make collections, data files give values to whole folders, and <c>permalink: false</c> writes nothing.</summary>
internal sealed class EleventyRules : DialectRules
{
    public static readonly EleventyRules Instance = new();

    public override IReadOnlyList<string> DateWords { get; } = ["last modified", "created", "git last modified", "git created"];

    public override IReadOnlyList<string> WeightKeys { get; } = ["weight", "order", "eleventynavigation/order"];

    // "tags: cat and dog" is one tag, and so is "a, b".
    public override TextSplit TagSplit => TextSplit.None;

    public override bool MergesTags => true;

    public override IReadOnlyList<(string Key, string Value)> UnrenderedBy { get; } = [("permalink", "false")];

    /// <summary><c>about/about.md</c> stands for its folder as <c>about/index.md</c> does.</summary>
    public override bool StandsForFolder(string name, string? folder, FolderLayout layout) =>
        IsIndex(name) || (folder is not null && name.Equals(folder, StringComparison.Ordinal));
}
