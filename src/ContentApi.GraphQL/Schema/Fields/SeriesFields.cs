using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>An article's place in a series: its row is that of the article. Pages are parts of none.</summary>
internal static class SeriesFields
{
    private static readonly string Slug = Column<ArticleRow>.Name(x => x.SeriesSlug);
    private static readonly string Title = Column<ArticleRow>.Name(x => x.SeriesTitle);
    private static readonly string Kind = Column<ArticleRow>.Name(x => x.Kind);
    private static readonly string Sort = Column<ArticleRow>.Name(x => x.SeriesSort);
    private static readonly string PublishedSort = Column<ArticleRow>.Name(x => x.PublishedSort);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<ArticleRow>.GlobalId("ArticleSeries", x => x.Id),
        ["slug"] = scope => new OutputScalar(scope.Row[Slug], JsonForm.Text, IsNullable: false),
        ["title"] = TitleOfAll,
        ["position"] = Position,
        ["articles"] = scope => ConnectionPlanner.Plan(scope, Entities.Article, Parts(scope), rows =>
        [
            new SortKey(rows.Node[Sort], "sort_0", SortKeyType.Float, IsDescending: false),
            new SortKey(rows.Node[PublishedSort], "sort_1", SortKeyType.Instant, IsDescending: false),
            new SortKey(rows.Node["id"], "sort_id", SortKeyType.Uuid, IsDescending: false),
        ]),
    };

    /// <summary>The place of an article; <c>null</c> when it is a part of no series.</summary>
    public static OutputObject Of(FieldScope scope) =>
        scope.Planner.Object(scope, Entities.ArticleSeries.TypeName, scope.Owner with { Parent = null }, $"{scope.Row[Slug]} is null or {scope.Row[Kind]} <> 'ARTICLE'");

    /// <summary>Condition under which the public may see an article's place.</summary>
    public static string IsPublic(RowScope row, FieldScope scope) =>
        $"({ArticleVisibility.IsPublic(row, scope)} and {row[Slug]} is not null and {row[Kind]} = 'ARTICLE')";

    /// <summary>Gives the order of a series, ascending; the last key is unique.</summary>
    public static IReadOnlyList<string> Order(RowScope article) => [article[Sort], article[PublishedSort], article["id"]];

    /// <summary>Gives a condition: an article that lists show is a part of the series of another one.</summary>
    public static string IsInSeriesOf(RowScope article, RowScope other) => $"{article[Slug]} = {other[Slug]} and {other[Kind]} = 'ARTICLE'";

    /// <summary>Gives the last parts of an article's series as candidates for related ones; see <see cref="RelatedSource"/>.</summary>
    public static string Sharing(FieldScope scope, int most)
    {
        var parts = Parts(scope);
        var part = new TableScope(scope.Planner.NewAlias("l"));
        parts.Conditions.Add($"{scope.Row[Kind]} = 'ARTICLE'");
        var last = $"select {parts.Node["id"]} from {parts.From} where {string.Join(" and ", parts.Conditions)} order by {string.Join(", ", Order(parts.Node).Select(key => $"{key} desc"))} limit {most}";
        return $"select {part["id"]}, count(*) over () as among from ({last}) {part.Alias}";
    }

    // Those that the caller sees.
    private static Rowset Parts(FieldScope scope)
    {
        var rows = ArticleVisibility.List(scope);
        rows.Conditions.Insert(0, $"{rows.Node[Slug]} = {scope.Row[Slug]}");
        return rows;
    }

    private static OutputScalar TitleOfAll(FieldScope scope)
    {
        var parts = Parts(scope);
        return new OutputScalar($"(select min({parts.Node[Title]}) from {parts.From} where {string.Join(" and ", parts.Conditions)})", JsonForm.Text, IsNullable: false);
    }

    private static OutputCount Position(FieldScope scope)
    {
        var parts = Parts(scope);
        parts.Conditions.Add($"({string.Join(", ", Order(parts.Node))}) <= ({string.Join(", ", Order(scope.Row))})");
        return OutputCount.Of(parts);
    }
}
