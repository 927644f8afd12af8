namespace ContentApi.Parsing.Dialects;

/// <summary>Obsidian: a note is known by the name of its file; <c>aliases</c> are other names of it, and where they have folders its old places.</summary>
internal sealed class ObsidianRules : DialectRules
{
    private const string Redirect = "redirectfrom";

    public static readonly ObsidianRules Instance = new();

    // A note's "url" and "path" are where it was clipped from.
    public override IReadOnlyList<string> PathKeys { get; } = ["permalink"];

    public override IReadOnlyList<string> AliasKeys { get; } = ["aliases", "alias", Redirect];

    public override bool HasAliasesOfNotes(string key) => key != Redirect;

    public override TextSplit TagSplit => TextSplit.CommasAndSpaces;

    public override bool HasNoteSyntax => true;

    public override bool TitlesByFileName => true;

    /// <summary>The name of a daily note is its date.</summary>
    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site) =>
        FolderReader.Read(folders, site, ContentRoots) with { StripsDates = false };
}
