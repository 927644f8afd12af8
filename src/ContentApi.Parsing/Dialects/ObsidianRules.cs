namespace ContentApi.Parsing.Dialects;

/// <summary>Obsidian: a note is known by the name of its file; <c>aliases</c> are other names of it, and where they have folders its old places.</summary>
internal sealed class ObsidianRules : DialectRules
{
    public static readonly ObsidianRules Instance = new();

    public override IReadOnlyList<string> PublishSwitches { get; } = ["publish", "published"];

    // A note's "url" and "path" are where it was clipped from.
    public override IReadOnlyList<string> PathKeys { get; } = ["permalink"];

    public override IReadOnlyList<string> AliasKeys { get; } = ["aliases", "alias"];

    public override bool HasAliasesOfNotes => true;

    public override TextSplit TagSplit => TextSplit.CommasAndSpaces;

    public override bool HasNoteSyntax => true;

    public override bool TitlesByFileName => true;

    /// <summary>The name of a daily note is its date.</summary>
    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site) =>
        FolderReader.Read(folders, site, ContentRoots) with { StripsDates = false };
}
