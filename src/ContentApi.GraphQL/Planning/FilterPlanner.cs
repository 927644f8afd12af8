using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Planning;

/// <summary>Turns <c>where</c> arguments into SQL conditions.</summary>
internal static class FilterPlanner
{
    /// <summary>Gives the condition of a filter object on a row; null when it restricts nothing.</summary>
    public static string? Plan(Entity entity, ObjectInput filter, RowScope row, FieldScope scope) =>
        FilterLogic.Plan(filter, (name, value) => value is NullInput ? null : entity.Filters[name].Plan(value, row, scope));

    /// <summary>Tells whether a filter object holds where there is no row; see <see cref="Schema.Filters.FilterField.MatchesMissing"/>.</summary>
    public static bool MatchesMissing(Entity entity, ObjectInput filter) =>
        FilterLogic.Matches(filter, (name, value) => value is NullInput || entity.Filters[name].MatchesMissing(value));
}
