using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Fields;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>Keeps the categories of a path and all that lie below them.</summary>
internal sealed record SubtreeFilter : FilterField
{
    private static readonly string Path = Column<CategoryRow>.Name(x => x.Path);

    /// <summary>Gives the path when a filter asks for a subtree and nothing else; null when it does not.</summary>
    public static InputValue? RootOf(Entity entity, ObjectInput filter) =>
        filter.Fields is [{ Value: ScalarInput path } field] && entity.Filters.GetValueOrDefault(field.Key) is SubtreeFilter ? path : null;

    /// <summary>Gives the condition that a category is the root of the subtree.</summary>
    public static string IsRoot(InputValue path, RowScope row, FieldScope scope) => $"{row[Path]} = {Lookups.CategoryPath(scope, path)}";

    /// <inheritdoc/>
    public override string Plan(InputValue operand, RowScope row, FieldScope scope)
    {
        var closure = TableMap.Of<CategoryClosureRow>();
        var link = new TableScope(scope.Planner.NewAlias("l"));
        var root = new TableScope(scope.Planner.NewAlias(Entities.Category.Alias));
        return $"exists(select 1 from {closure.Name} {link.Alias} join {Entities.Category.Table} {root.Alias} on {root["id"]} = {link[closure.Column(x => x.AncestorId)]} "
            + $"where {link[closure.Column(x => x.DescendantId)]} = {row["id"]} and {IsRoot(operand, root, scope)})";
    }

    /// <inheritdoc/>
    public override bool MatchesMissing(InputValue operand) => false;
}
