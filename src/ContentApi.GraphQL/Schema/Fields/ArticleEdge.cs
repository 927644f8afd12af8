using System.Linq.Expressions;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>An edge table between articles and one other entity, read from either side.</summary>
/// <typeparam name="TRow">Row class of the edge table.</typeparam>
/// <param name="target">The edge's key of the other entity.</param>
internal sealed class ArticleEdge<TRow>(Expression<Func<TRow, object?>> target)
    where TRow : ArticleEdgeRow
{
    private static readonly string[] CopiedColumns =
    [
        Column<TRow>.Name(x => x.Kind), Column<TRow>.Name(x => x.Draft), Column<TRow>.Name(x => x.PublishedSort), Column<TRow>.Name(x => x.ExpiresSort),
    ];

    private static readonly string ArticleId = Column<TRow>.Name(x => x.ArticleId);
    private static readonly string Position = Column<TRow>.Name(x => x.Position);
    private readonly string _target = Column<TRow>.Name(target);

    /// <summary>Name of the edge table.</summary>
    public static string Table => TableMap.Of<TRow>().Name;

    /// <summary>Gives the articles that an entity's lists show.</summary>
    /// <param name="scope">A field of the entity, its <c>where</c> among the arguments.</param>
    /// <param name="narrow">A further condition on the edge; null for none.</param>
    public Rowset Articles(FieldScope scope, Func<RowScope, string?>? narrow = null)
    {
        var edge = new TableScope(scope.Planner.NewAlias("e"));
        var article = scope.Planner.NewAlias(Entities.Article.Alias);
        var covered = CopiedColumns.ToDictionary(column => column, column => edge[column]);
        covered["id"] = edge[ArticleId];
        var rows = new Rowset
        {
            From = $"{Table} {edge.Alias}",
            Join = $"{Entities.Article.Table} {article} on {article}.id = {edge[ArticleId]}",
            Node = new TableScope(article, covered),
        };
        rows.Conditions.Add($"{edge[_target]} = {scope.Row["id"]}");
        if (narrow?.Invoke(edge) is { } condition)
        {
            rows.Conditions.Add(condition);
        }

        ArticleVisibility.AddListConditions(rows, rows.Node, scope);
        return rows;
    }

    /// <summary>Gives an article's entities, in the article's own order.</summary>
    public Rowset Targets(FieldScope scope, Entity entity, Func<RowScope, string?>? narrow = null)
    {
        var edge = new TableScope(scope.Planner.NewAlias("e"));
        var node = scope.Planner.NewAlias(entity.Alias);
        var rows = new Rowset
        {
            From = $"{Table} {edge.Alias}",
            Join = $"{entity.Table} {node} on {node}.id = {edge[_target]}",
            Node = new TableScope(node, new Dictionary<string, string> { ["id"] = edge[_target] }),
            Edge = edge,
            NaturalOrder = [edge[Position], edge[_target]],
        };
        rows.Conditions.Add($"{edge[ArticleId]} = {scope.Row["id"]}");
        if (narrow?.Invoke(edge) is { } condition)
        {
            rows.Conditions.Add(condition);
        }

        return rows;
    }

    /// <summary>Gives the filter on an article's entities.</summary>
    /// <param name="entity">What they are.</param>
    /// <param name="isListed">Condition on the edges of which the article's own list is made; null for all.</param>
    public ListFilter Filter(Func<Entity> entity, Func<RowScope, string>? isListed = null) =>
        new(entity, (scope, isWhole) => Targets(scope, entity(), isWhole ? null : isListed), (scope, isWhole) => Articles(scope, isWhole ? null : isListed));

    /// <summary>Gives a condition on an entity's row: the caller sees at least one article of it.</summary>
    public string HasArticle(RowScope row, FieldScope scope) => ArticleVisibility.HasArticle(Table, _target, row["id"], scope);

    /// <summary>Gives the number of articles that an entity's lists show to the public, as an expression.</summary>
    public string CountOf(RowScope row, FieldScope scope)
    {
        var edge = new TableScope(scope.Planner.NewAlias("e"));
        var visible = scope.Owner.IsPreview ? string.Empty : $" and {ArticleVisibility.IsPublic(edge, scope)}";
        return $"(select count(*) from {Table} {edge.Alias} where {edge[_target]} = {row["id"]}{visible} and {edge[CopiedColumns[0]]} = 'ARTICLE')";
    }

    /// <summary>
    /// Gives the first of what the articles that the caller sees say of an entity, as an expression. The entity's own row
    /// holds the first of all articles, hidden ones included: where it is null there is nothing to look for, and where a
    /// visible article says the same the search ends there.
    /// </summary>
    /// <param name="scope">A field of the entity.</param>
    /// <param name="column">Column of the entity.</param>
    /// <param name="edgeColumn">Column of the edge that holds the same of one article.</param>
    /// <param name="orderColumn">Column of the edge that says which is first.</param>
    public string FirstOf(FieldScope scope, string column, string edgeColumn, string orderColumn)
    {
        var first = scope.Row[column];
        if (scope.Owner.IsPreview)
        {
            return first;
        }

        var (same, other) = (new TableScope(scope.Planner.NewAlias("e")), new TableScope(scope.Planner.NewAlias("e")));
        return $"case when {first} is null then null "
            + $"when exists(select 1 from {From(same)} and {same[edgeColumn]} = {first}) then {first} "
            + $"else (select {other[edgeColumn]} from {From(other)} and {other[edgeColumn]} is not null order by {Order(other)} limit 1) end";

        string From(TableScope edge) => $"{Table} {edge.Alias} where {edge[_target]} = {scope.Row["id"]} and {ArticleVisibility.IsPublic(edge, scope)}";

        string Order(TableScope edge) => orderColumn == edgeColumn ? edge[edgeColumn] : $"{edge[orderColumn]}, {edge[edgeColumn]}";
    }
}
