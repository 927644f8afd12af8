using ContentApi.GraphQL.Errors;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Validation;

/// <summary>Compares fields that one object answers under one response key.</summary>
internal static class FieldComparison
{
    /// <summary>Tells how one of the fields differs from the first; null when none does.</summary>
    public static ValidationError? Among(List<GraphQLField> fields)
    {
        var first = fields[0];
        if (fields.Find(field => field.Name.Value != first.Name.Value || !HaveSameArguments(field, first)) is not { } other)
        {
            return null;
        }

        var why = other.Name.Value == first.Name.Value ? "they have differing arguments" : $"{first.Name.StringValue} and {other.Name.StringValue} are different fields";
        return new ValidationError("5.3.2", $"Fields {(first.Alias?.Name ?? first.Name).StringValue} conflicts because {why}. Use different aliases on the fields to fetch both if this was intentional.")
        {
            Offsets = [first.Location.Start, other.Location.Start],
            DocumentOffset = first.Location.Start,
        };
    }

    private static bool HaveSameArguments(GraphQLField field, GraphQLField other)
    {
        var (arguments, others) = (field.Arguments?.Items ?? [], other.Arguments?.Items ?? []);
        return arguments.Count == others.Count
            && arguments.TrueForAll(argument => others.Exists(same => same.Name.Value == argument.Name.Value && IsSame(argument.Value, same.Value)));
    }

    // In doubt it is the same: the engine has the last word.
    private static bool IsSame(GraphQLValue value, GraphQLValue other) => (value, other) switch
    {
        (GraphQLIntValue one, GraphQLIntValue two) => one.Value == two.Value,
        (GraphQLFloatValue one, GraphQLFloatValue two) => one.Value == two.Value,
        (GraphQLStringValue one, GraphQLStringValue two) => one.Value == two.Value,
        (GraphQLBooleanValue one, GraphQLBooleanValue two) => one.BoolValue == two.BoolValue,
        (GraphQLEnumValue one, GraphQLEnumValue two) => one.Name.Value == two.Name.Value,
        (GraphQLVariable one, GraphQLVariable two) => one.Name.Value == two.Name.Value,
        (GraphQLListValue one, GraphQLListValue two) => (one.Values ?? []).Count == (two.Values ?? []).Count && (one.Values ?? []).Zip(two.Values ?? [], IsSame).All(same => same),
        (GraphQLObjectValue one, GraphQLObjectValue two) => AreSame(one.Fields ?? [], two.Fields ?? []),
        _ => value.Kind == other.Kind,
    };

    private static bool AreSame(List<GraphQLObjectField> fields, List<GraphQLObjectField> others) =>
        fields.Count == others.Count && (InOrder(fields, others) || fields.TrueForAll(field => others.Exists(other => other.Name.Value == field.Name.Value && IsSame(field.Value, other.Value))));

    private static bool InOrder(List<GraphQLObjectField> fields, List<GraphQLObjectField> others) =>
        fields.Zip(others, (field, other) => field.Name.Value == other.Name.Value && IsSame(field.Value, other.Value)).All(same => same);
}
