using ContentApi.Data;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Fields;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>Filters on custom fields.</summary>
internal static class CustomFilters
{
    /// <summary>The filter of a field; null when it has none.</summary>
    public static CustomFilter? Find(CustomField field) => field switch
    {
        { ItemType: CustomField.Reference, IsList: true } => (filter, row, scope) => OnList(filter, (item, isNegated) => AnyTarget(field, item, isNegated, row, scope)),
        { ItemType: CustomField.Reference } => (filter, row, scope) => AnyTarget(field, filter, isNegated: false, row, scope),
        _ => TypeOf(field.ItemType) is { } type ? OnValues(field, type) : null,
    };

    /// <summary>What a filter on values of a type compares; null when there is none.</summary>
    public static FilterType? TypeOf(string type) => type switch
    {
        "Int" => FilterType.Integer,
        "Float" => FilterType.Float,
        "Boolean" => FilterType.Boolean,
        "DateTime" => FilterType.Instant,
        "String" or "LocalDate" or "URL" => FilterType.Text,
        _ => null,
    };

    private static CustomFilter OnValues(CustomField field, FilterType type)
    {
        if (field.IsList)
        {
            return (filter, row, scope) => OnList(filter, (item, isNegated) => AnyItem(field, type, item, isNegated, row, scope));
        }

        var value = new FilterField(type, (row, _) => CustomFieldSql.Value(field, row));
        return (filter, row, scope) => FilterPlanner.PlanOperations(value, value.Expression(row, scope), filter, scope);
    }

    // all is true of an empty list; operators side by side must all match.
    private static string? OnList(ObjectInput filter, Func<ObjectInput?, bool, string> exists) => FilterPlanner.Join(" and ", filter.Fields.Select(operation => operation switch
    {
        { Value: NullInput } => null,
        { Key: "any", Value: ScalarInput { Value: bool isAny } } => isAny ? exists(null, false) : $"not {exists(null, false)}",
        { Key: "some", Value: ObjectInput item } => exists(item, false),
        { Key: "none", Value: ObjectInput item } => $"not {exists(item, false)}",
        { Key: "all", Value: ObjectInput item } => $"not {exists(item, true)}",
        _ => throw new InvalidOperationException($"'{operation.Key}' is no filter on lists."),
    }));

    private static string AnyItem(CustomField field, FilterType type, ObjectInput? filter, bool isNegated, RowScope row, FieldScope scope)
    {
        var item = scope.Planner.NewAlias("v");
        var value = new FilterField(type, (_, _) => CustomFieldSql.Cast($"{item}.value", field.ItemType));
        var condition = filter is null ? null : FilterPlanner.PlanOperations(value, value.Expression(row, scope), filter, scope);
        return Exists($"jsonb_array_elements_text({CustomFieldSql.Json(field, row)}) {item}(value)", [], filter is null, condition, isNegated);
    }

    private static string AnyTarget(CustomField field, ObjectInput? filter, bool isNegated, RowScope row, FieldScope scope)
    {
        var rows = CustomReferences.Rows(field, row, scope);
        var condition = filter is null ? null : FilterPlanner.Plan(Entities.Article, filter, rows.Node, scope);
        return Exists(rows.From, rows.Conditions, filter is null, condition, isNegated);
    }

    // What restricts nothing holds for every item, so that its contrary holds for none.
    private static string Exists(string from, IReadOnlyList<string> conditions, bool isAny, string? condition, bool isNegated)
    {
        var own = (isAny, condition, isNegated) switch
        {
            (false, null, true) => "false",
            (_, null, _) => null,
            (_, _, true) => $"({condition}) is not true",
            _ => condition,
        };
        var all = own is null ? conditions : [.. conditions, own];
        return $"exists(select 1 from {from}{(all.Count == 0 ? "" : $" where {string.Join(" and ", all)}")})";
    }
}
