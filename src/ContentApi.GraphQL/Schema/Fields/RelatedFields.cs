using ContentApi.Data;
using System.Globalization;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using ContentApi.GraphQL.Schema.CustomFields;
using ContentApi.GraphQL.Sql;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>RelatedArticle: its row is that of the article, its parent what is said of the relation.</summary>
internal static class RelatedFields
{
    /// <summary>How many articles are looked at of those that share one thing: the newest.</summary>
    public const int MostCandidates = 100;

    private const string Explicit = "EXPLICIT";

    private static readonly string Locale = Column<ArticleRow>.Name(x => x.Locale);
    private static readonly string PublishedSort = Column<ArticleRow>.Name(x => x.PublishedSort);
    private static readonly string IsLeaf = Column<ArticleCategoryRow>.Name(x => x.IsLeaf);

    // In the order of the graph's RelatedReason.
    private static readonly IReadOnlyList<RelatedSource> Sources =
    [
        new("SHARED_TAG", 2, scope => Entities.ArticleTag.Sharing(scope, MostCandidates)),
        new("SHARED_CATEGORY", 1, scope => Entities.ArticleCategory.Sharing(scope, MostCandidates, edge => edge[IsLeaf])),
        new("SAME_SERIES", 4, scope => SeriesFields.Sharing(scope, MostCandidates)),
        new("SAME_AUTHOR", 0.5, scope => Entities.ArticleAuthor.Sharing(scope, MostCandidates)),
        new(Explicit, 100, Named),
    ];

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["article"] = scope => scope.Planner.Object(scope, Entities.Article.TypeName, scope.Owner with { Parent = null }),
        ["score"] = scope => new OutputScalar(scope.Owner.Parent!["score"], JsonForm.Number, IsNullable: false),
        ["reasons"] = scope => new OutputScalar(scope.Owner.Parent!["reasons"], JsonForm.Words, IsNullable: false),
    };

    /// <summary>The articles that share most with an article, and the rarest.</summary>
    public static OutputList Of(FieldScope scope)
    {
        var first = scope.Arguments.Int("first", fallback: 5, minimum: 1, maximum: 20);
        var found = ArticleVisibility.List(scope);
        var sum = new TableScope(scope.Planner.NewAlias("g"));
        found.Conditions.Add($"({found.Node[Locale]} = {scope.Row[Locale]} or '{Explicit}' = any({sum["reasons"]})) and {found.Node["id"]} <> {scope.Row["id"]}");
        var best = $"select {found.Node["id"]}, {sum["score"]}, {sum["reasons"]} from ({Sums(scope)}) {sum.Alias} join {found.From} on {found.Node["id"]} = {sum["id"]} "
            + $"where {string.Join(" and ", found.Conditions)} order by {string.Join(", ", Order(found.Node, sum))} limit {first}";

        var (relation, article) = (new TableScope(scope.Planner.NewAlias("r")), new TableScope(scope.Planner.NewAlias(Entities.Article.Alias)));
        var rows = new Rowset
        {
            From = $"({best}) {relation.Alias} join {Entities.Article.Table} {article.Alias} on {article["id"]} = {relation["id"]}",
            Node = article,
            NaturalOrder = Order(article, relation),
        };
        return new OutputList(rows, scope.Planner.Object(scope, "RelatedArticle", scope.Owner with { Row = article, Parent = relation }));

        static IReadOnlyList<string> Order(TableScope article, TableScope relation) => [$"{relation["score"]} desc", $"{article[PublishedSort]} desc", $"{article["id"]} desc"];
    }

    // Those named first count as if fewer shared them, so that they come in the order of the file.
    private static string Named(FieldScope scope)
    {
        var rows = CustomReferences.Rows(CustomField.Related, scope.Row, scope);
        var place = rows.NaturalOrder[0];
        return $"select {rows.Node["id"]}, {place} + 1 as among {SqlGenerator.From(rows, rows.Conditions)} order by {place} limit {MostCandidates}";
    }

    // What few articles share tells more than what many do. Rounded, because a sum depends on the order of its parts.
    private static string Sums(FieldScope scope)
    {
        var one = scope.Planner.NewAlias("o");
        var parts = Sources.Select(source =>
        {
            var candidate = scope.Planner.NewAlias("s");
            var weight = string.Create(CultureInfo.InvariantCulture, $"{source.Weight} * ln(1 + {MostCandidates}::float8 / {candidate}.among)");
            return $"select {candidate}.id, '{source.Reason}' as reason, {weight} as weight from ({source.Candidates(scope)}) {candidate}";
        });
        var reasons = string.Join(", ", Sources.Select(source => $"case when bool_or({one}.reason = '{source.Reason}') then '{source.Reason}' end"));
        return $"select {one}.id, round(sum({one}.weight)::numeric, 3)::float8 as score, array_remove(array[{reasons}], null) as reasons "
            + $"from ({string.Join(" union all ", parts)}) {one} group by {one}.id";
    }
}
