using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Planning;

/// <summary>Turns <c>order</c> arguments into a total order.</summary>
internal static class OrderPlanner
{
    /// <summary>Gives the sort keys, the unique id last; it follows the direction of the key before it.</summary>
    /// <param name="entity">What the rows are.</param>
    /// <param name="order">The argument; null when there is none.</param>
    /// <param name="rows">The rows; what an order takes from other tables is joined to them.</param>
    /// <param name="scope">The list.</param>
    public static IReadOnlyList<SortKey> Plan(Entity entity, InputValue? order, Rowset rows, FieldScope scope)
    {
        var keys = new List<SortKey>();
        var references = new Dictionary<string, Reference>();
        foreach (var (reference, name, direction) in Directions(order))
        {
            var (column, isDescending) = ($"sort_{keys.Count}", direction == "DESC");
            keys.Add(reference is null
                ? Key(scope.Planner.CustomFields.FindOrder(entity, name) ?? entity.Orders[name], rows.Node, scope, column, isDescending)
                : Find(references, reference, entity, scope).Key(name, scope, column, isDescending));
        }

        if (keys.Count == 0)
        {
            keys.Add(Key(entity.Orders[entity.DefaultOrder.Name], rows.Node, scope, "sort_0", entity.DefaultOrder.IsDescending));
        }

        // An index serves the key that comes first.
        keys = [keys[0], .. keys.Skip(1).Select(key => key with { IsIndexedByBeginning = false })];
        rows.OrderJoins.AddRange(references.Values.Select(reference => reference.Join(rows.Node)));
        keys.Add(new SortKey(rows.Node["id"], "sort_id", SortKeyType.Uuid, keys[^1].IsDescending));
        return keys;
    }

    /// <summary>Gives the keys of an order, those of a referenced row with the name of the reference. A key that is named twice orders nothing the second time.</summary>
    public static IEnumerable<(string? Reference, string Name, string Direction)> Directions(InputValue? order) =>
        ((order as ListInput)?.Items ?? [])
            .SelectMany(item => ((ObjectInput)item).Fields)
            .SelectMany(field => field.Value is ObjectInput nested ? Fields(field.Key, nested.Fields) : Fields(null, [field]))
            .DistinctBy(key => (key.Reference, key.Name));

    private static IEnumerable<(string? Reference, string Name, string Direction)> Fields(string? reference, IReadOnlyList<KeyValuePair<string, InputValue>> fields) =>
        fields.Where(field => field.Value is EnumInput).Select(field => (reference, field.Key, ((EnumInput)field.Value).Name));

    private static SortKey Key(OrderField field, RowScope row, FieldScope scope, string column, bool isDescending) =>
        new(field.Expression(row, scope), column, field.Type, isDescending, field.IsIndexedByBeginning);

    private static Reference Find(Dictionary<string, Reference> references, string name, Entity entity, FieldScope scope)
    {
        if (!references.TryGetValue(name, out var reference))
        {
            var order = entity.ReferenceOrders[name];
            references[name] = reference = new Reference(order, new TableScope(scope.Planner.NewAlias(order.Target().Alias)), new PageColumns(scope.Planner.NewAlias("key")));
        }

        return reference;
    }

    /// <summary>The rows that a key of the list's rows points at, with what they are ordered by.</summary>
    private sealed record Reference(ReferenceOrder Order, TableScope Row, PageColumns Columns)
    {
        // Null is lowest (contract C4), and what is counted or placed is never negative, what is named never empty.
        public SortKey Key(string name, FieldScope scope, string column, bool isDescending)
        {
            var field = Order.Target().Orders[name];
            var lowest = field.Type == SortKeyType.Text ? "''" : "-1";
            var expression = Columns.Add($"by_{name.ToLowerInvariant()}", field.Expression(Row, scope));
            return new SortKey($"coalesce({expression}, {lowest})", column, field.Type, isDescending);
        }

        // Joined and not selected row by row: what is counted is counted once for each of them.
        public string Join(RowScope row)
        {
            var id = Columns.Add("id", Row["id"]);
            return $"left join (select {Columns.SelectList} from {Order.Target().Table} {Row.Alias}) {Columns.Alias} on {id} = {row[Order.ForeignKey]}";
        }
    }
}
