using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary><c>node</c> and <c>nodes</c>: one statement whatever the types of the ids are, so plans do not depend on them.</summary>
internal static class NodeFields
{
    private const int MaximumIds = 50;

    /// <summary>The object of one id.</summary>
    public static OutputValue Node(FieldScope scope)
    {
        var id = scope.Arguments.Find("id")!;
        var offset = scope.Field.Nodes[0].Location.Start;
        var type = scope.Parameters.Add(id, NpgsqlDbType.Text, value => Parse(scope, value, offset)?.TypeName);
        var key = scope.Parameters.Add(id, NpgsqlDbType.Uuid, value => Parse(scope, value, offset)?.Key);
        return Switch(scope, type, key);
    }

    /// <summary>The objects of many ids, in their order.</summary>
    public static OutputValue Nodes(FieldScope scope)
    {
        var ids = (ListInput)scope.Arguments.Find("ids")!;
        var offset = scope.Field.Nodes[0].Location.Start;
        var types = scope.Parameters.Add(ids, NpgsqlDbType.Array | NpgsqlDbType.Text, value => Items(scope, value, offset).Select(id => id?.TypeName).ToArray());
        var keys = scope.Parameters.Add(ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid, value => Items(scope, value, offset).Select(id => id?.Key).ToArray());
        var entry = new TableScope(scope.Planner.NewAlias("n"));
        var rows = new Rowset
        {
            From = $"unnest({types}, {keys}) with ordinality {entry.Alias}(type, key, place)",
            Node = entry,
            NaturalOrder = [entry["place"]],
        };
        return new OutputList(rows, Switch(scope, entry["type"], entry["key"]));
    }

    private static OutputTypeSwitch Switch(FieldScope scope, string type, string key) =>
        new(type, [.. Entities.All.Where(entity => scope.Planner.IsEditor || !Authorization.IsForEditors(entity.TypeName)).Select(entity =>
        {
            var rows = entity.Rows(scope);
            rows.Conditions.Insert(0, $"{rows.Node["id"]} = {key}");
            return KeyValuePair.Create(entity.TypeName, (OutputValue)References.First(scope, entity, rows));
        })]);

    private static IEnumerable<GlobalId?> Items(FieldScope scope, InputValue ids, int offset)
    {
        var items = ((ListInput)ids).Items;
        return items.Count <= MaximumIds
            ? items.Select(item => Parse(scope, item, offset))
            : throw new PageSizeError($"'ids' has {items.Count} entries; at most {MaximumIds} are answered at once.") { Path = scope.Path, DocumentOffset = offset };
    }

    private static GlobalId? Parse(FieldScope scope, InputValue input, int offset)
    {
        var isId = GlobalId.TryParse((string)((ScalarInput)input).Value, out var id);
        return isId && !scope.Planner.IsEditor && Authorization.IsForEditors(id!.Value.TypeName)
            ? throw new ForbiddenError($"Only editors may read an object of the type {id.Value.TypeName}.") { Path = scope.Path, DocumentOffset = offset }
            : id;
    }
}
