using ContentApi.Data.Rows;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Which articles a caller sees (contract C2). Articles and their edges carry the same columns for it.</summary>
internal static class ArticleVisibility
{
    private static readonly string Draft = Column<ArticleRow>.Name(x => x.Draft);
    private static readonly string PublishedSort = Column<ArticleRow>.Name(x => x.PublishedSort);
    private static readonly string ExpiresSort = Column<ArticleRow>.Name(x => x.ExpiresSort);
    private static readonly string Kind = Column<ArticleRow>.Name(x => x.Kind);

    /// <summary>The columns that decide what a list shows to whom, whatever a caller filters by.</summary>
    public static readonly IReadOnlyList<string> Columns = [Draft, PublishedSort, ExpiresSort, Kind];

    /// <summary>Condition under which the public sees an article: its status is PUBLISHED.</summary>
    public static string IsPublic(RowScope row, FieldScope scope) =>
        $"(not {row[Draft]} and {row[PublishedSort]} <= {scope.Parameters.Now()} and {row[ExpiresSort]} > {scope.Parameters.Now()})";

    /// <summary>The status as an expression.</summary>
    public static string Status(RowScope row, FieldScope scope) =>
        $"case when {row[Draft]} then 'DRAFT' when {row[PublishedSort]} > {scope.Parameters.Now()} then 'SCHEDULED' "
        + $"when {row[ExpiresSort]} <= {scope.Parameters.Now()} then 'EXPIRED' else 'PUBLISHED' end";

    /// <summary>Adds what every list and count of articles is narrowed to: public ones, and no pages unless the filter speaks of kinds.</summary>
    public static void AddListConditions(Rowset rows, RowScope row, FieldScope scope)
    {
        if (!scope.Owner.IsPreview)
        {
            rows.Conditions.Add(IsPublic(row, scope));
        }

        if (!HasPages(scope))
        {
            rows.Conditions.Add($"{row[Kind]} = 'ARTICLE'");
        }
    }

    /// <summary>Gives all articles that a list of the field shows, without its filter.</summary>
    /// <param name="scope">The field.</param>
    /// <param name="order">Their natural order; null for none.</param>
    public static Rowset List(FieldScope scope, Func<RowScope, IReadOnlyList<string>>? order = null)
    {
        var node = new TableScope(scope.Planner.NewAlias(Entities.Article.Alias));
        var rows = new Rowset { From = $"{Entities.Article.Table} {node.Alias}", Node = node, NaturalOrder = order?.Invoke(node) ?? [] };
        AddListConditions(rows, node, scope);
        return rows;
    }

    /// <summary>Gives a condition: some article that the caller sees stands behind an edge.</summary>
    public static string HasArticle(string table, string foreignKey, string key, FieldScope scope)
    {
        var edge = new TableScope(scope.Planner.NewAlias("e"));
        return $"exists(select 1 from {table} {edge.Alias} where {edge[foreignKey]} = {key} and {IsPublic(edge, scope)})";
    }

    /// <summary>Tells whether a list shows pages beside articles: just when its filter speaks of kinds.</summary>
    public static bool HasPages(FieldScope scope) => SpeaksOfKind(scope.Arguments.Find("where"));

    private static bool SpeaksOfKind(InputValue? where) => where switch
    {
        ObjectInput filter => filter.Fields.Any(field => field.Key == "kind" || (field.Key is "and" or "or" or "not" && SpeaksOfKind(field.Value))),
        ListInput list => list.Items.Any(SpeaksOfKind),
        _ => false,
    };
}
