using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>To-one fields.</summary>
internal static class References
{
    /// <summary>The row that a key points at. What a public object uses is public itself, so nothing is checked again.</summary>
    public static OutputRow One(FieldScope scope, Entity entity, string key)
    {
        var node = new TableScope(scope.Planner.NewAlias(entity.Alias));
        var rows = new Rowset { From = $"{entity.Table} {node.Alias}", Node = node };
        rows.Conditions.Add($"{node["id"]} = {key}");
        return new OutputRow(rows, Item(scope, entity, node));
    }

    /// <summary>The first of the rows that a look-up finds.</summary>
    public static OutputRow First(FieldScope scope, Entity entity, Rowset rows) => new(rows, Item(scope, entity, rows.Node));

    private static OutputObject Item(FieldScope scope, Entity entity, RowScope node) =>
        scope.Planner.Object(scope, entity.TypeName, scope.Owner with { Row = node, Parent = null });
}
