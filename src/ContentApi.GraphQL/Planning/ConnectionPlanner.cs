using System.Globalization;
using System.IO.Hashing;
using System.Text;
using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning.Output;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Schema.Fields;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Planning;

/// <summary>Plans Relay connections (<see href="https://relay.dev/graphql/connections.htm">Cursor Connections Specification</see>).</summary>
internal static class ConnectionPlanner
{
    private const int DefaultPageSize = 10;
    private const int MaximumPageSize = 50;

    /// <summary>Plans a connection over rows, with the field's own filter, order and page.</summary>
    /// <param name="scope">The field.</param>
    /// <param name="entity">What the rows are.</param>
    /// <param name="rows">All rows that the list can have; the filter is added to it.</param>
    /// <param name="order">An order that callers cannot change; null for the entity's orders.</param>
    /// <param name="alternatives">Other edges through which the same rows may be found; null for none.</param>
    /// <param name="isAmong">Gives the condition that a row found through those, by its id, is among <paramref name="rows"/>; null when all are.</param>
    public static OutputConnection Plan(
        FieldScope scope,
        Entity entity,
        Rowset rows,
        Func<Rowset, IReadOnlyList<SortKey>>? order = null,
        IEnumerable<Func<Rowset>>? alternatives = null,
        Func<string, string>? isAmong = null)
    {
        FilterPlanner.AddTo(rows, entity, scope);
        var keys = order?.Invoke(rows) ?? OrderPlanner.Plan(entity, scope.Arguments.Find("order"), rows, scope);

        // Where a filter turns rows down, joining first would cost a look-up for each of those.
        rows.IsPagedFromEdge = rows is { EdgeAlias: not null, HasFilter: true, ConditionsNeedNode: false, Node.IsNeeded: false, OrderJoins.Count: 0 };
        var others = rows.IsPagedFromEdge ? (alternatives ?? []).Select(list => Alternative(list(), entity, scope, isAmong)).ToList() : [];
        var columns = new PageColumns(scope.Planner.NewAlias("page"));
        foreach (var key in keys)
        {
            columns.Add(key.Column, key.Expression);
        }

        var selected = scope.Planner.FieldsBelow(scope.Field, $"{Plural(entity)}Connection");
        var window = PlanWindow(scope, keys, selected.Any(field => field.Name == "pageInfo"));
        var connection = new Connection(scope, entity, rows, others, columns, keys, window);
        List<OutputField> fields = [.. selected.Select(field => new OutputField(field.ResponseKey, PlanMember(connection, field)))];
        return new OutputConnection
        {
            Fields = fields,
            Rows = rows,
            Alternatives = others,
            Columns = columns,
            Order = keys,
            Window = window,
            NeedsPage = fields.Exists(field => NeedsPage(field.Value)),
        };
    }

    private static EdgeList Alternative(Rowset rows, Entity entity, FieldScope scope, Func<string, string>? isAmong)
    {
        FilterPlanner.AddTo(rows, entity, scope);
        rows.Conditions.AddRange(isAmong is null ? [] : [isAmong(rows.Node["id"])]);
        return new EdgeList(rows, OrderPlanner.Plan(entity, scope.Arguments.Find("order"), rows, scope));
    }

    // Only what aggregates the page's rows may stand over them: anything else would be printed once for each.
    private static bool NeedsPage(OutputValue value) => value switch
    {
        OutputPageItems or OutputScalar => true,
        OutputPageFlag flag => flag.IsCounted,
        OutputObject pageInfo => pageInfo.Fields.Any(field => NeedsPage(field.Value)),
        _ => false,
    };

    private static OutputValue PlanMember(Connection connection, CollectedField field)
    {
        var (scope, entity, rows, others, columns, keys, window) = connection;
        IReadOnlyList<string> path = [.. scope.Path, field.ResponseKey];
        var node = scope.Owner with { Row = new PageScope(columns, rows.Node, "node_"), Parent = null };
        return field.Name switch
        {
            "__typename" => new OutputLiteral($"\"{field.Type.Name}\""),
            "totalCount" => OutputCount.Of(rows, others.Count == 0 ? [] : [new EdgeList(rows, keys), .. others]),
            "facets" => FacetFields.Of(scope with { Field = field, Path = path }, scope, rows.Driver is null ? rows : Undriven(scope, entity)),
            "pageInfo" => new OutputObject([.. scope.Planner.FieldsBelow(field, "PageInfo").Select(info => new OutputField(info.ResponseKey, PageInfoPlanner.Plan(info, rows, columns, keys, window)))]),
            "nodes" => new OutputPageItems(columns, window, new OutputObject(scope.Planner.Fields(scope.Planner.FieldsBelow(field, entity.TypeName), node, path))),
            "edges" => new OutputPageItems(columns, window, new OutputObject([.. scope.Planner.FieldsBelow(field, $"{Plural(entity)}Edge").Select(edge => new OutputField(edge.ResponseKey, PlanEdgeField(connection, edge, node, path)))])),
            _ => throw new InvalidOperationException($"'{field.Name}' is no field of a connection."),
        };
    }

    // A page that is looked up for several tags drops what comes twice; a count of everything has to meet each article once.
    private static Rowset Undriven(FieldScope scope, Entity entity)
    {
        var rows = ArticleVisibility.List(scope);
        FilterPlanner.AddTo(rows, entity, scope);
        return rows;
    }

    private static OutputValue PlanEdgeField(Connection connection, CollectedField field, ObjectScope node, IReadOnlyList<string> path)
    {
        var (scope, entity, rows, _, columns, keys, window) = connection;
        IReadOnlyList<string> fieldPath = [.. path, field.ResponseKey];
        return field.Name switch
        {
            "cursor" => PageInfoPlanner.Cursor(columns, keys, window),
            "node" => new OutputObject(scope.Planner.Fields(scope.Planner.FieldsBelow(field, entity.TypeName), node, fieldPath)),
            _ => scope.Planner.Field(field, scope.Owner with { Row = rows.Edge is null ? NoEdge.Instance : new PageScope(columns, rows.Edge, "edge_"), Parent = null }, path),
        };
    }

    private static PageWindow PlanWindow(FieldScope scope, IReadOnlyList<SortKey> keys, bool hasPageInfo)
    {
        var first = scope.Arguments.Int("first");
        var last = scope.Arguments.Int("last");
        if (first is not null && last is not null)
        {
            throw new InvalidArgumentError("'first' and 'last' exclude each other; give one of them.");
        }

        var size = first ?? last ?? DefaultPageSize;
        if (size < 0)
        {
            throw new InvalidArgumentError($"'{(last is null ? "first" : "last")}' is {size}; it cannot be negative.");
        }

        if (size > MaximumPageSize)
        {
            throw new PageSizeError($"'{(last is null ? "first" : "last")}' is {size}; a page has at most {MaximumPageSize} items. Ask for the next page with a cursor.");
        }

        var fingerprint = Fingerprint(scope);
        return new PageWindow(
            size,
            IsBackward: last is not null,
            PlanCursor(scope, "after", keys, fingerprint),
            PlanCursor(scope, "before", keys, fingerprint),
            scope.Parameters.Add(NpgsqlDbType.Text, binding => fingerprint(binding.Variables)),
            IsNumbered: hasPageInfo || last is not null);
    }

    private static IReadOnlyList<string>? PlanCursor(FieldScope scope, string argument, IReadOnlyList<SortKey> keys, Func<VariableValues, string> fingerprint)
    {
        if (scope.Arguments.Find(argument) is not ScalarInput cursor)
        {
            return null;
        }

        var types = keys.Select(key => key.Type).ToList();
        var offset = scope.Field.Nodes[0].Location.Start;
        return [.. keys.Select((key, index) => scope.Parameters.Add(NpgsqlDbType.Text, binding =>
        {
            var text = (string)((ScalarInput)cursor.Resolve(binding.Variables)).Value;
            var values = Planning.Cursor.Read(text, fingerprint(binding.Variables), types)
                ?? throw new InvalidCursorError(argument) { Path = scope.Path, DocumentOffset = offset };
            return values[index];
        }) + PageInfoPlanner.Cast(key.Type))];
    }

    // Names the list, and writes its filter and order with the values of this request, so that a cursor of another is noticed.
    private static Func<VariableValues, string> Fingerprint(FieldScope scope)
    {
        var list = $"{scope.Field.Type.Name}.{scope.Field.Name}";
        string[] arguments = ["where", "order", "roles", "includeDescendants"];
        var inputs = arguments.Select(scope.Arguments.Find).ToList();
        return variables =>
        {
            var text = new StringBuilder(list);
            foreach (var input in inputs)
            {
                InputText.Append(text.Append('\n'), input?.Resolve(variables));
            }

            return XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text.ToString())).ToString("x16", CultureInfo.InvariantCulture);
        };
    }

    private static string Plural(Entity entity) => entity.TypeName == "Category" ? "Categories" : entity.TypeName + "s";

    private sealed record Connection(FieldScope Scope, Entity Entity, Rowset Rows, IReadOnlyList<EdgeList> Others, PageColumns Columns, IReadOnlyList<SortKey> Keys, PageWindow Window);
}
