using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Inputs;

namespace ContentApi.GraphQL.Planning;

/// <summary>
/// The operators of the <c>…OperationFilterInput</c> types. Comparison is exact and ordinal; <c>neq</c>, <c>nin</c> and the
/// other negations match null (contract C4).
/// </summary>
internal static class FilterOperations
{
    /// <summary>Gives the condition of one operator on an expression.</summary>
    public static string Plan(string name, string expression, FilterType type, InputValue operand, PlanParameters parameters)
    {
        if (operand is NullInput)
        {
            return name switch
            {
                "eq" => IsMissing(expression, type),
                "neq" => type == FilterType.Instant ? $"{expression} > '-infinity'" : $"{expression} is not null",
                _ => throw NullOperand(name),
            };
        }

        if (name is "in" or "nin")
        {
            var condition = IsIn(expression, type, (ListInput)operand, parameters);
            return name == "in" ? condition : Not(condition);
        }

        var value = parameters.Add(operand, FilterTypes.DbType(type), input => FilterTypes.Convert(type, input));
        return IsNegation(name) ? Not(Compare(name == "neq" ? "eq" : name[1..], expression, type, value)) : Compare(name, expression, type, value);
    }

    /// <summary>What is said of a null that an operator cannot compare with: whether it means nothing or everything is not for us to guess.</summary>
    public static InvalidArgumentError NullOperand(string name) =>
        new($"The filter operator '{name}' was given null. Leave it out to restrict nothing, or ask 'eq: null' for what is missing.");

    /// <summary>Tells whether one operator holds for a missing value.</summary>
    public static bool MatchesMissing(string name, InputValue operand) => (name, operand) switch
    {
        ("eq", _) => operand is NullInput,
        ("neq", _) => operand is not NullInput,
        (_, NullInput) => throw NullOperand(name),
        ("in", ListInput list) => list.Items.Any(item => item is NullInput),
        ("nin", ListInput list) => !list.Items.Any(item => item is NullInput),
        _ => IsNegation(name),
    };

    private static bool IsNegation(string name) => name is "neq" or "nin" or "ncontains" or "nstartsWith" or "nendsWith" or "ngt" or "ngte" or "nlt" or "nlte";

    private static string IsMissing(string expression, FilterType type) => type == FilterType.Instant ? $"{expression} = '-infinity'" : $"{expression} is null";

    private static string Compare(string name, string expression, FilterType type, string value) => name switch
    {
        "lt" or "lte" when type == FilterType.Instant => $"({expression} > '-infinity' and {expression} {(name == "lt" ? "<" : "<=")} {value})",
        "eq" => $"{expression} = {value}",
        "gt" => $"{expression} > {value}",
        "gte" => $"{expression} >= {value}",
        "lt" => $"{expression} < {value}",
        "lte" => $"{expression} <= {value}",
        "contains" => $"strpos({expression}, {value}) > 0",
        "startsWith" => $"starts_with({expression}, {value})",
        "endsWith" => $"right({expression}, char_length({value})) = {value}",
        _ => throw new InvalidOperationException($"'{name}' is no filter operator."),
    };

    private static string IsIn(string expression, FilterType type, ListInput list, PlanParameters parameters)
    {
        var values = parameters.Add(
            list,
            FilterTypes.DbType(type) | NpgsqlTypes.NpgsqlDbType.Array,
            input => FilterTypes.ConvertAll(type, ((ListInput)input).Items));
        var condition = $"{expression} = any({values})";
        return list.Items.Any(item => item is NullInput) ? $"({IsMissing(expression, type)} or {condition})" : condition;
    }

    // "is not true" is true for false and for unknown: a null never makes a negation fail.
    private static string Not(string condition) => $"({condition}) is not true";
}
