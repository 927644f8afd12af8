using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Planning;

/// <summary>Turns <c>where</c> arguments into SQL conditions.</summary>
internal static class FilterPlanner
{
    /// <summary>Gives the condition of a filter object; null when it restricts nothing.</summary>
    public static string? Plan(Entity entity, ObjectInput filter, RowScope row, FieldScope scope) =>
        Join(" and ", filter.Fields.Select(field => PlanField(entity, field.Key, field.Value, row, scope)));

    private static string? PlanField(Entity entity, string name, InputValue value, RowScope row, FieldScope scope) => (name, value) switch
    {
        (_, NullInput) => null,
        ("and", ListInput list) => Join(" and ", list.Items.Select(item => Plan(entity, (ObjectInput)item, row, scope))),
        ("or", ListInput list) => PlanOr(list, item => Plan(entity, (ObjectInput)item, row, scope)),
        ("not", ObjectInput inner) => Plan(entity, inner, row, scope) is { } condition ? $"({condition}) is not true" : "false",
        (_, ObjectInput custom) when scope.Planner.CustomFields.FindFilter(entity, name) is { } filter => filter(custom, row, scope),
        (_, ObjectInput operations) => PlanOperations(entity.Filter(name), entity.Filter(name).Expression(row, scope), operations, scope),
        (_, EnumInput or ScalarInput) => FilterOperations.Plan("eq", entity.Filter(name).Expression(row, scope), entity.Filter(name).Type, value, scope.Parameters),
        _ => throw new InvalidOperationException($"'{name}' of {entity.TypeName} is no filter."),
    };

    /// <summary>Gives the condition of operators on an expression; null when they restrict nothing.</summary>
    public static string? PlanOperations(FilterField field, string expression, ObjectInput operations, FieldScope scope) =>
        Join(" and ", operations.Fields.Select(operation => (operation.Key, operation.Value) switch
        {
            ("and", ListInput list) => Join(" and ", list.Items.Select(item => PlanOperations(field, expression, (ObjectInput)item, scope))),
            ("or", ListInput list) => PlanOr(list, item => PlanOperations(field, expression, (ObjectInput)item, scope)),
            ("and" or "or", _) => null,
            _ => FilterOperations.Plan(operation.Key, expression, field.Type, operation.Value, scope.Parameters),
        }));

    // One alternative that restricts nothing makes the whole restrict nothing; so does an empty list (contract C4).
    private static string? PlanOr(ListInput list, Func<InputValue, string?> plan)
    {
        var alternatives = list.Items.Select(plan).ToList();
        return alternatives.Contains(null) ? null : Join(" or ", alternatives);
    }

    /// <summary>Joins the conditions that there are; null when there are none.</summary>
    public static string? Join(string separator, IEnumerable<string?> conditions)
    {
        var present = conditions.Where(condition => condition is not null).ToList();
        return present.Count switch
        {
            0 => null,
            1 => present[0],
            _ => $"({string.Join(separator, present)})",
        };
    }
}
