namespace ContentApi.Parsing.Dialects;

/// <summary>Zola: taxonomies stand in a table of their own, what the theme wants in <c>extra</c>.</summary>
internal sealed class ZolaRules : DialectRules
{
    public static readonly ZolaRules Instance = new();

    public override IReadOnlyList<string> UpdatedKeys { get; } =
        ["updated", "lastmod", "lastmodifiedat", "modified", "updatedat", "lastmodified", "updateddate", "datemodified"];

    public override IReadOnlyList<string> AuthorKeys { get; } = ["authors", "author", "by"];

    public override IReadOnlyList<string> PathKeys { get; } = ["path", "permalink", "url"];

    public override IReadOnlyList<(string Key, string Value)> UnrenderedBy { get; } = [("render", "false")];

    public override IReadOnlyList<string> Tables { get; } = ["taxonomies", "extra"];

    public override IReadOnlyList<string> FieldTables { get; } = ["taxonomies"];

    public override IReadOnlyList<string> ContentRoots { get; } = ["content"];

    public override FolderLayout Locate(IReadOnlyList<string> folders, SiteFacts site) =>
        base.Locate(folders, site) with { StripsDates = !site.KeepsDatesOfNames };
}
