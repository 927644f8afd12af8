using ContentApi.Importer.Planning;

namespace ContentApi.Cli.Output.Plans;

/// <summary>What becomes of the address that an article had.</summary>
internal static class PlannedAddress
{
    private const string Field = "path";

    /// <summary>True for what the lines about the address tell already.</summary>
    public static bool Tells(ArticleChange article, FieldChange field) => field.Name == Field || (field.Name == "slug" && FormerOf(article) is not null);

    /// <summary>The address that an article leaves; null when it stays.</summary>
    public static string? FormerOf(ArticleChange article) => article.Fields.FirstOrDefault(field => field.Name == Field)?.Before;
}
