namespace ContentApi.Parsing.Dialects;

/// <summary>What most tools agree on: a flat list of categories is a set, and any file is an article unless it says otherwise.</summary>
internal sealed class GenericRules : DialectRules
{
    public static readonly GenericRules Instance = new();

    // What says by its name that it publishes comes before "date", which may be that of the text: nothing appears before its time.
    public override IReadOnlyList<string> PublishedKeys { get; } =
        ["publishdate", "publishedat", "publisheddate", "datepublished", "pubdate", "pubdatetime", "published", "date", "created", "createdat", "ms.date"];

    // moddatetime: Astro's theme AstroPaper; lastupdate/date: Docusaurus.
    public override IReadOnlyList<string> UpdatedKeys { get; } =
    [
        "lastmod", "updated", "lastmodifiedat", "modified", "updatedat", "lastmodified", "updateddate", "datemodified", "moddatetime", "lastupdated", "lastupdate/date",
    ];
}
