using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Planning;

/// <summary>Turns <c>order</c> arguments into a total order.</summary>
internal static class OrderPlanner
{
    /// <summary>Gives the sort keys, the unique id last; it follows the direction of the key before it.</summary>
    public static IReadOnlyList<SortKey> Plan(Entity entity, InputValue? order, RowScope row, FieldScope scope)
    {
        var keys = new List<SortKey>();
        foreach (var (name, direction) in Directions(order))
        {
            var field = scope.Planner.CustomFields.FindOrder(entity, name) ?? entity.Orders[name];
            keys.Add(new SortKey(field.Expression(row, scope), $"sort_{keys.Count}", field.Type, direction == "DESC"));
        }

        if (keys.Count == 0)
        {
            var field = entity.Orders[entity.DefaultOrder.Name];
            keys.Add(new SortKey(field.Expression(row, scope), "sort_0", field.Type, entity.DefaultOrder.IsDescending));
        }

        keys.Add(new SortKey(row["id"], "sort_id", SortKeyType.Uuid, keys[^1].IsDescending));
        return keys;
    }

    // A key that is named twice orders nothing the second time.
    private static IEnumerable<(string Name, string Direction)> Directions(InputValue? order) =>
        ((order as ListInput)?.Items ?? [])
            .SelectMany(item => ((ObjectInput)item).Fields)
            .Where(field => field.Value is EnumInput)
            .Select(field => (field.Key, ((EnumInput)field.Value).Name))
            .DistinctBy(field => field.Key);
}
