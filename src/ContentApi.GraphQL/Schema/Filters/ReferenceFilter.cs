using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>Tests the one row that a key points at. Where it points at none, all that is compared counts as a missing value.</summary>
/// <param name="Target">What the key points at.</param>
/// <param name="ForeignKey">Column of the key.</param>
internal sealed record ReferenceFilter(Func<Entity> Target, string ForeignKey) : FilterField
{
    /// <inheritdoc/>
    public override string? Plan(InputValue operand, RowScope row, FieldScope scope)
    {
        var (entity, filter, key) = (Target(), (ObjectInput)operand, row[ForeignKey]);
        var node = new TableScope(scope.Planner.NewAlias(entity.Alias), new Dictionary<string, string> { ["id"] = key });
        var condition = FilterPlanner.Plan(entity, filter, node, scope);
        if (!node.IsNeeded)
        {
            // Nothing is compared, or the key alone, which is null itself where the row is missing.
            return condition;
        }

        var found = $"exists(select 1 from {entity.Table} {node.Alias} where {node.Alias}.id = {key} and {condition})";
        return FilterPlanner.MatchesMissing(entity, filter) ? $"({key} is null or {found})" : found;
    }

    /// <inheritdoc/>
    public override bool MatchesMissing(InputValue operand) => FilterPlanner.MatchesMissing(Target(), (ObjectInput)operand);
}
