using System.Text.Json;

namespace ContentApi.Data;

/// <summary>Gives the tables of the row classes.</summary>
public static class TableMap
{
    private const string Suffix = "Row";

    /// <summary>Gives the table of a row class.</summary>
    public static Table<TRow> Of<TRow>() => Table<TRow>.Instance;

    /// <summary>Gives the name of a row class's table: <c>article_tag</c> of <c>ArticleTagRow</c>.</summary>
    internal static string NameOf(Type row) => JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Name[..^Suffix.Length]);
}
