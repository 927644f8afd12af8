using System.Linq.Expressions;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>An edge table between articles and one other entity, read from either side.</summary>
/// <typeparam name="TRow">Row class of the edge table.</typeparam>
/// <param name="target">The edge's key of the other entity.</param>
/// <param name="listed">The other entity's column that holds how many articles it lists for good; null when it has none.</param>
internal sealed class ArticleEdge<TRow>(Expression<Func<TRow, object?>> target, string? listed = null)
    where TRow : ArticleEdgeRow
{
    private static readonly string[] CopiedColumns =
    [
        Column<TRow>.Name(x => x.Kind), Column<TRow>.Name(x => x.Draft), Column<TRow>.Name(x => x.PublishedSort), Column<TRow>.Name(x => x.ExpiresSort),
    ];

    private static readonly string ArticleId = Column<TRow>.Name(x => x.ArticleId);
    private static readonly string PublishedSort = Column<TRow>.Name(x => x.PublishedSort);
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
        var condition = narrow?.Invoke(edge);
        var rows = new Rowset
        {
            From = $"{Table} {edge.Alias}",
            Join = $"{Entities.Article.Table} {article} on {article}.id = {edge[ArticleId]}",
            Node = new TableScope(article, covered),
            EdgeAlias = edge.Alias,
            EdgeColumns = [ArticleId, .. CopiedColumns],
            Total = condition is null && listed is not null && !ArticleVisibility.HasPages(scope) ? () => CountOf(scope.Row, scope) : null,
        };
        rows.Conditions.Add($"{edge[_target]} = {scope.Row["id"]}");
        if (condition is not null)
        {
            rows.Conditions.Add(condition);
        }

        ArticleVisibility.AddListConditions(rows, rows.Node, scope);
        return rows;
    }

    /// <summary>Gives the articles that an entity's list shows, a page of them from whichever edges lie thinnest: the entity's own or what the filter demands.</summary>
    /// <param name="scope">A field of the entity, its <c>where</c> among the arguments.</param>
    /// <param name="narrow">A further condition on the entity's edge; null for none.</param>
    public OutputConnection ArticleConnection(FieldScope scope, Func<RowScope, string?>? narrow = null) =>
        ConnectionPlanner.Plan(scope, Entities.Article, Articles(scope, narrow), alternatives: DrivingList.All(scope), isAmong: id => IsOf(id, scope, narrow));

    // Where an article is found through other edges, it has to have one to the entity too. OFFSET keeps it a look-up for each:
    // as a join PostgreSQL may read all edges of the entity, of which there are the more of the two.
    private string IsOf(string article, FieldScope scope, Func<RowScope, string?>? narrow)
    {
        var edge = new TableScope(scope.Planner.NewAlias("e"));
        var more = narrow?.Invoke(edge) is { } condition ? $" and {condition}" : string.Empty;
        return $"exists(select 1 from {Table} {edge.Alias} where {edge[ArticleId]} = {article} and {edge[_target]} = {scope.Row["id"]}{more} offset 0)";
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
        var all = $"select count(*) from {Table} {edge.Alias} where {edge[_target]} = {row["id"]}";
        return scope.Owner.IsPreview
            ? $"({all} and {edge[CopiedColumns[0]]} = 'ARTICLE')"
            : $"({row[listed!]} - ({all} and {ListedArticles.Condition} and {edge[PublishedSort]} > {scope.Parameters.Now()}) "
                + $"+ ({all} and {ListedArticles.Expiring} and {ArticleVisibility.IsPublic(edge, scope)}))";
    }

    /// <summary>Gives the entities of the articles that facets count, the most frequent first; each row has a column <c>count</c>.</summary>
    /// <param name="scope">A field of the facets.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="first">How many at most.</param>
    /// <param name="keys">Subselect of the keys that are counted; null for all.</param>
    public Rowset CountedIn(FieldScope scope, Entity entity, int first, string? keys = null)
    {
        var set = (FacetScope)scope.Row;
        var edge = new TableScope(scope.Planner.NewAlias("e"));
        var table = $"{Table} {edge.Alias}";
        var isWhole = set.Articles.IsWhole;
        var rows = new Rowset { From = isWhole ? table : $"{set.Name} join {table} on {edge[ArticleId]} = {set["id"]}", Node = edge };
        if (keys is not null)
        {
            rows.Conditions.Add($"{edge[_target]} in {keys}");
        }

        // What lies on the edge says who sees the article, so the article is not looked at.
        if (isWhole)
        {
            ArticleVisibility.AddListConditions(rows, edge, set.List);
        }

        return Counted(scope, entity, rows, first);
    }

    /// <summary>Gives the other entities of an entity's articles, likewise.</summary>
    public Rowset CountedBeside(FieldScope scope, Entity entity, int first)
    {
        var (own, edge) = (new TableScope(scope.Planner.NewAlias("e")), new TableScope(scope.Planner.NewAlias("e")));
        var rows = new Rowset { From = $"{Table} {own.Alias} join {Table} {edge.Alias} on {edge[ArticleId]} = {own[ArticleId]}", Node = edge };
        rows.Conditions.Add($"{own[_target]} = {scope.Row["id"]} and {edge[_target]} <> {scope.Row["id"]}");
        ArticleVisibility.AddListConditions(rows, own, scope);
        return Counted(scope, entity, rows, first);
    }

    /// <summary>Gives the newest articles of each of an article's entities as candidates for related ones; see <see cref="RelatedSource"/>.</summary>
    /// <param name="scope">A field of the article.</param>
    /// <param name="most">How many articles of one entity.</param>
    /// <param name="narrow">A further condition on the edges of both; null for none.</param>
    public string Sharing(FieldScope scope, int most, Func<RowScope, string>? narrow = null)
    {
        var (own, other, newest) = (new TableScope(scope.Planner.NewAlias("e")), new TableScope(scope.Planner.NewAlias("e")), new TableScope(scope.Planner.NewAlias("l")));
        var sharing = new Rowset { From = $"{Table} {other.Alias}", Node = other };
        sharing.Conditions.Add($"{other[_target]} = {own[_target]}");
        ArticleVisibility.AddListConditions(sharing, other, scope);
        if (narrow is not null)
        {
            sharing.Conditions.Add(narrow(other));
        }

        var ids = $"select {other[ArticleId]} as id from {sharing.From} where {string.Join(" and ", sharing.Conditions)} order by {other[PublishedSort]} desc, {other[ArticleId]} desc limit {most}";
        return $"select {newest["id"]}, {newest["among"]} from {Table} {own.Alias} cross join lateral (select id, count(*) over () as among from ({ids}) of_one) {newest.Alias} "
            + $"where {own[ArticleId]} = {scope.Row["id"]}{(narrow is null ? string.Empty : $" and {narrow(own)}")}";
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

    // An article has one edge to an entity, so edges are articles.
    private Rowset Counted(FieldScope scope, Entity entity, Rowset edges, int first)
    {
        var (group, inner, node) = (new TableScope(scope.Planner.NewAlias("g")), new TableScope(scope.Planner.NewAlias(entity.Alias)), new TableScope(scope.Planner.NewAlias(entity.Alias)));
        var key = edges.Node[_target];
        var where = edges.Conditions.Count == 0 ? string.Empty : $" where {string.Join(" and ", edges.Conditions)}";
        var counts = $"select {key} as id, count(*) as count from {edges.From}{where} group by {key}";
        var most = $"select {inner.Alias}.*, {group["count"]} from ({counts}) {group.Alias} join {entity.Table} {inner.Alias} on {inner["id"]} = {group["id"]} "
            + $"order by {string.Join(", ", Order(inner, group))} limit {first}";
        return new Rowset { From = $"({most}) {node.Alias}", Node = node, NaturalOrder = Order(node, node) };

        static IReadOnlyList<string> Order(TableScope row, TableScope counted) => [$"{counted["count"]} desc", row["name"], row["id"]];
    }
}
