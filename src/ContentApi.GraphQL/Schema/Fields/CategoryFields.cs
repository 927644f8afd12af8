using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Category.</summary>
internal static class CategoryFields
{
    private static readonly string LeafColumn = Column<ArticleCategoryRow>.Name(x => x.IsLeaf);
    private static readonly string ParentId = Column<CategoryRow>.Name(x => x.ParentId);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<CategoryRow>.GlobalId("Category", x => x.Id),
        ["slug"] = Column<CategoryRow>.Text(x => x.Slug),
        ["name"] = Column<CategoryRow>.Text(x => x.Name),
        ["path"] = Column<CategoryRow>.Text(x => x.Path),
        ["depth"] = Column<CategoryRow>.Number(x => x.Depth),
        ["position"] = Column<CategoryRow>.Number(x => x.Position),
        ["description"] = Column<CategoryRow>.Text(x => x.Description),
        ["parentId"] = Column<CategoryRow>.GlobalId("Category", x => x.ParentId),
        ["parent"] = scope => References.One(scope, Entities.Category, scope.Row[ParentId]),
        ["ancestors"] = Ancestors,
        ["children"] = Children,
        ["articles"] = scope => Entities.ArticleCategory.ArticleConnection(scope, edge => OnlyLeaves(scope, edge)),
        ["articleCount"] = scope => OutputCount.Of(Entities.ArticleCategory.Articles(scope, edge => OnlyLeaves(scope, edge))),
    };

    /// <summary>Condition on an edge: the article lies in the category itself, not only below it.</summary>
    public static string IsLeaf(RowScope edge) => edge[LeafColumn];

    private static string? OnlyLeaves(FieldScope scope, RowScope edge) =>
        scope.Arguments.Boolean("includeDescendants", fallback: true) ? null : IsLeaf(edge);

    private static OutputList Ancestors(FieldScope scope)
    {
        var closure = TableMap.Of<CategoryClosureRow>();
        var link = new TableScope(scope.Planner.NewAlias("l"));
        var node = new TableScope(scope.Planner.NewAlias(Entities.Category.Alias));
        var distance = link[closure.Column(x => x.Distance)];
        var rows = new Rowset
        {
            From = $"{closure.Name} {link.Alias} join {Entities.Category.Table} {node.Alias} on {node["id"]} = {link[closure.Column(x => x.AncestorId)]}",
            Node = node,
            NaturalOrder = [$"{distance} desc"],
        };
        rows.Conditions.Add($"{link[closure.Column(x => x.DescendantId)]} = {scope.Row["id"]} and {distance} > 0");
        return new OutputList(rows, scope.Planner.Object(scope, "Category", scope.Owner with { Row = node }));
    }

    private static OutputConnection Children(FieldScope scope)
    {
        var rows = Entities.Category.Rows(scope);
        rows.Conditions.Insert(0, $"{rows.Node[ParentId]} = {scope.Row["id"]}");
        return ConnectionPlanner.Plan(scope, Entities.Category, rows);
    }
}
