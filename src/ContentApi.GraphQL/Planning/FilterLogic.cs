using ContentApi.GraphQL.Inputs;

namespace ContentApi.GraphQL.Planning;

/// <summary>How the conditions of a filter object combine: side by side all hold; <c>and</c>, <c>or</c> and <c>not</c> nest.</summary>
internal static class FilterLogic
{
    /// <summary>Gives the SQL condition of an object; null when it restricts nothing.</summary>
    /// <param name="filter">The object.</param>
    /// <param name="plan">Gives the condition of any other field; its value may be null.</param>
    public static string? Plan(ObjectInput filter, Func<string, InputValue, string?> plan) =>
        Join(" and ", filter.Fields.Select(field => (field.Key, field.Value) switch
        {
            ("and" or "or" or "not", NullInput) => null,
            ("and", ListInput list) => Join(" and ", list.Items.Select(item => Plan((ObjectInput)item, plan))),
            ("or", ListInput list) => PlanOr(list, item => Plan((ObjectInput)item, plan)),
            ("not", ObjectInput inner) => Plan(inner, plan) is { } condition ? $"({condition}) is not true" : "false",
            _ => plan(field.Key, field.Value),
        }));

    /// <summary>Decides an object while it is planned, for a row of which everything is known: that there is none.</summary>
    /// <param name="filter">The object.</param>
    /// <param name="matches">Decides any other field; its value may be null.</param>
    public static bool Matches(ObjectInput filter, Func<string, InputValue, bool> matches) =>
        filter.Fields.All(field => (field.Key, field.Value) switch
        {
            ("and" or "or" or "not", NullInput) => true,
            ("and", ListInput list) => list.Items.All(item => Matches((ObjectInput)item, matches)),
            ("or", ListInput list) => list.Items.Count == 0 || list.Items.Any(item => Matches((ObjectInput)item, matches)),
            ("not", ObjectInput inner) => !Matches(inner, matches),
            _ => matches(field.Key, field.Value),
        });

    // One alternative that restricts nothing makes the whole restrict nothing; so does an empty list (contract C4).
    private static string? PlanOr(ListInput list, Func<InputValue, string?> plan)
    {
        var alternatives = list.Items.Select(plan).ToList();
        return alternatives.Contains(null) ? null : Join(" or ", alternatives);
    }

    private static string? Join(string separator, IEnumerable<string?> conditions)
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
