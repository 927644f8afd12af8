using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Planning;

/// <summary>Turns <c>where</c> arguments into SQL conditions.</summary>
internal static class FilterPlanner
{
    /// <summary>Adds the condition of a field's <c>where</c> to its rows, unless they have it.</summary>
    public static void AddTo(Rowset rows, Entity entity, FieldScope scope)
    {
        rows.UnfilteredConditions = rows.IsFiltered ? rows.UnfilteredConditions : [.. rows.Conditions];
        if (!rows.IsFiltered && (rows.Driver?.Rest ?? scope.Arguments.Find("where")) is ObjectInput filter && Plan(entity, filter, rows.Node, scope) is { } condition)
        {
            rows.Conditions.Add(condition);
            rows.IsWhole = false;
            rows.HasFilter = true;
        }

        rows.IsFiltered = true;
        rows.ConditionsNeedNode |= rows.Node.IsNeeded;
    }

    /// <summary>Gives the condition of a filter object on a row; null when it restricts nothing.</summary>
    public static string? Plan(Entity entity, ObjectInput filter, RowScope row, FieldScope scope) =>
        FilterLogic.Plan(filter, (name, value) => value is NullInput ? null : Find(entity, name, scope).Plan(value, row, scope));

    /// <summary>Tells whether a filter object holds where there is no row; see <see cref="Schema.Filters.FilterField.MatchesMissing"/>.</summary>
    public static bool MatchesMissing(Entity entity, ObjectInput filter, FieldScope scope) =>
        FilterLogic.Matches(filter, (name, value) => value is NullInput || Find(entity, name, scope).MatchesMissing(value, scope));

    private static FilterField Find(Entity entity, string name, FieldScope scope) => scope.Planner.CustomFields.FindFilter(entity, name) ?? entity.Filters[name];
}
