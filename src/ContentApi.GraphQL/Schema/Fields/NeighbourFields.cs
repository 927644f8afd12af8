using ContentApi.Data.Rows;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>The articles beside an article. An index gives each as its first row.</summary>
internal static class NeighbourFields
{
    private static readonly string Kind = Column<ArticleRow>.Name(x => x.Kind);
    private static readonly string Locale = Column<ArticleRow>.Name(x => x.Locale);
    private static readonly string PublishedSort = Column<ArticleRow>.Name(x => x.PublishedSort);
    private static readonly string PrimaryCategory = Column<ArticleRow>.Name(x => x.PrimaryCategoryId);

    /// <summary>The next older article, or the part before in a series.</summary>
    public static OutputRow Previous(FieldScope scope) => Find(scope, isNext: false);

    /// <summary>The next newer article, or the part after in a series.</summary>
    public static OutputRow Next(FieldScope scope) => Find(scope, isNext: true);

    private static OutputRow Find(FieldScope scope, bool isNext)
    {
        var within = scope.Arguments.Find("within") is EnumInput value ? value.Name : "ALL";
        var rows = ArticleVisibility.List(scope, node => [.. Order(within, node).Select(key => isNext ? key : $"{key} desc")]);
        rows.Conditions.Add($"{rows.Node[Locale]} = {scope.Row[Locale]}");
        rows.Conditions.AddRange(Narrow(within, rows.Node, scope.Row));
        rows.Conditions.Add($"({string.Join(", ", Order(within, rows.Node))}) {(isNext ? '>' : '<')} ({string.Join(", ", Order(within, scope.Row))})");
        return References.First(scope, Entities.Article, rows);
    }

    private static IReadOnlyList<string> Order(string within, RowScope row) => within == "SERIES" ? SeriesFields.Order(row) : [row[PublishedSort], row["id"]];

    // Pages, and articles without a date, stand nowhere in the order of time.
    private static IReadOnlyList<string> Narrow(string within, RowScope article, RowScope row)
    {
        const string Undated = "'-infinity'";
        if (within == "SERIES")
        {
            return [SeriesFields.IsInSeriesOf(article, row)];
        }

        string[] dated = [$"{article[PublishedSort]} > {Undated}", $"{row[PublishedSort]} > {Undated}", $"{row[Kind]} = 'ARTICLE'"];
        return within == "PRIMARY_CATEGORY" ? [$"{article[PrimaryCategory]} = {row[PrimaryCategory]}", .. dated] : dated;
    }
}
