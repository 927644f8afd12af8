using System.Globalization;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Sql;

/// <summary>
/// Writes the one statement of an operation. Its result is one row: the version of the content that it was made from, and the JSON of <c>data</c>
/// as text. JSON is built as text: <c>json_build_object</c> takes 50 members at most, adds blanks and costs more.
/// </summary>
internal static class SqlGenerator
{
    private static readonly string FromState = $"from {TableMap.Of<ContentStateRow>().Name} state";
    private static readonly string Version = $"state.{TableMap.Of<ContentStateRow>().Column(x => x.Version)}";

    /// <summary>Gives the statement.</summary>
    public static string Statement(OutputObject root) => $"select {Version}, {JsonParts.Concat(Write(root))} {FromState}";

    private static IEnumerable<JsonPart> Write(OutputValue value) => value switch
    {
        OutputLiteral literal => [JsonPart.Text(literal.Json)],
        OutputScalar scalar => ScalarSql.Write(scalar),
        OutputObject { NullWhen: null } plain => WriteObject(plain.Fields),
        OutputObject nullable => [JsonPart.Sql($"case when {nullable.NullWhen} then 'null' else {JsonParts.Concat(WriteObject(nullable.Fields))} end")],
        OutputRow row => [JsonPart.Sql($"coalesce((select {JsonParts.Concat(Write(row.Item))} {From(row.Rows, row.Rows.Conditions)}{OrderBy(row.Rows)}), 'null')")],
        OutputList list => WriteList(list),
        OutputCount count => [JsonPart.Sql(Count(count))],
        OutputCommonTable table => WriteCommonTable(table),
        OutputTypeSwitch types => [JsonPart.Sql($"case {types.TypeName}{string.Concat(types.Cases.Select(Case))} else 'null' end")],
        OutputConnection connection => WriteConnection(connection),
        OutputPageItems items => WritePageItems(items),
        OutputPageFlag flag => [JsonPart.Sql(PageSql.HasMore(flag))],
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no SQL."),
    };

    private static IEnumerable<JsonPart> WriteObject(IReadOnlyList<OutputField> fields)
    {
        var separator = "{";
        foreach (var field in fields)
        {
            yield return JsonPart.Text($"{separator}\"{field.Key}\":");
            foreach (var part in Write(field.Value))
            {
                yield return part;
            }

            separator = ",";
        }

        yield return JsonPart.Text(fields.Count == 0 ? "{}" : "}");
    }

    private static IEnumerable<JsonPart> WriteList(OutputList list)
    {
        var item = JsonParts.Concat(Write(list.Item));
        var order = list.Rows.NaturalOrder.Count == 0 ? string.Empty : $" order by {string.Join(", ", list.Rows.NaturalOrder)}";
        return [JsonPart.Text("["), JsonPart.Sql($"(select string_agg({item}, ','{order}) {From(list.Rows, list.Rows.Conditions)})"), JsonPart.Text("]")];
    }

    private static IEnumerable<JsonPart> WriteCommonTable(OutputCommonTable table)
    {
        var item = Write(table.Item);
        if (table.Columns.IsEmpty)
        {
            return item;
        }

        // PostgreSQL writes the rows down when the name is used more than once, and else looks through it.
        var rows = From(driver: null, table.Rows, table.Rows.ConditionsNeedNode || table.Node.IsNeeded, [], table.Rows.Conditions);
        return [JsonPart.Sql($"(with {table.Columns.Alias} as (select {table.Columns.SelectList} {rows}) select {JsonParts.Concat(item)})")];
    }

    private static string Case(KeyValuePair<string, OutputValue> type) => $" when '{type.Key}' then {JsonParts.Concat(Write(type.Value))}";

    private static IEnumerable<JsonPart> WriteConnection(OutputConnection connection)
    {
        var members = WriteObject(connection.Fields);
        return connection.NeedsPage
            ? [JsonPart.Sql($"(select {JsonParts.Concat(members)} from ({PageSql.Subselect(connection)}) {connection.Columns.Alias})")]
            : members;
    }

    private static IEnumerable<JsonPart> WritePageItems(OutputPageItems items)
    {
        var row = $"{items.Columns.Alias}.row_number";
        var order = items.Window.IsBackward ? $" order by {row} desc" : string.Empty;
        var size = items.Window.Size.ToString(CultureInfo.InvariantCulture);

        // The filter keeps the row that only tells whether there is more from being printed at all.
        var filter = items.Window.IsNumbered ? $" filter (where {row} <= {size})" : string.Empty;
        return
        [
            JsonPart.Text("["),
            JsonPart.Sql($"string_agg({JsonParts.Concat(Write(items.Item))}, ','{order}){filter}"),
            JsonPart.Text("]"),
        ];
    }

    /// <summary>Gives FROM and WHERE, joining the entity's own table where something of it is used.</summary>
    public static string From(Rowset rows, IEnumerable<string> conditions) => From(rows.Driver, rows, rows.Node.IsNeeded || rows.ConditionsNeedNode, rows.OrderJoins, conditions);

    /// <summary>The same for one row of the driver.</summary>
    public static string FromOne(Rowset rows, IEnumerable<string> conditions) => From(driver: null, rows, rows.Node.IsNeeded || rows.ConditionsNeedNode, rows.OrderJoins, conditions);

    // What two rows of a driver know does not add up where both lead to one article.
    private static string Count(OutputCount count) => count switch
    {
        { Known: { } known, Rows.Driver: { } driver } =>
            $"(select case when count(*) > 1 then {Count(count.Rows)} else coalesce(max({known}), 0) end from {driver.From} where {driver.Condition})",
        { Known: { } known } => known,
        { Edges.Count: > 1 } => SparsestEdges.Value(count.Edges, list => Count(list.Rows)),
        _ => Count(count.Rows),
    };

    private static string Count(Rowset rows)
    {
        var counted = rows.Driver is null ? "*" : $"distinct {rows.Node["id"]}";
        return $"(select count({counted}) {From(rows.Driver, rows, rows.ConditionsNeedNode, [], rows.Conditions)})";
    }

    private static string From(RowsetDriver? driver, Rowset rows, bool needsNode, IReadOnlyList<string> orderJoins, IEnumerable<string> conditions)
    {
        var start = driver is null ? rows.From : $"{driver.From} cross join {rows.From}";
        var joins = rows.Join is not null && needsNode ? orderJoins.Prepend($"join {rows.Join}") : orderJoins;
        var where = string.Join(" and ", driver is null ? conditions : conditions.Prepend(driver.Condition));
        return $"from {string.Join(' ', joins.Prepend(start))}{(where.Length == 0 ? string.Empty : $" where {where}")}";
    }

    private static string OrderBy(Rowset rows) =>
        rows.NaturalOrder.Count == 0 ? string.Empty : $" order by {string.Join(", ", rows.NaturalOrder)} limit 1";
}
