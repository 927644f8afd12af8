using System.Globalization;
using System.Text.Json.Nodes;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>
/// Looks into a JSON object: a <c>JsonOperationFilterInput</c>. The column is <c>json</c>, which keeps the order of the keys; there is
/// an index on its <c>jsonb</c>, and every condition here can use it.
/// </summary>
/// <param name="Column">The column; never null.</param>
internal sealed record JsonFilter(string Column) : FilterField
{
    /// <inheritdoc/>
    public override string? Plan(InputValue operand, RowScope row, FieldScope scope)
    {
        var json = $"({row[Column]}::jsonb)";
        return FilterLogic.Plan((ObjectInput)operand, (name, value) => (name, value) switch
        {
            (_, NullInput) => throw FilterOperations.NullOperand(name),
            ("contains", _) => Contains(json, value, scope),
            ("ncontains", _) => $"({Contains(json, value, scope)}) is not true",
            ("hasKey", _) => $"{json} ? {scope.Parameters.Add(value, NpgsqlDbType.Text, key => ((ScalarInput)key).Value)}",
            ("pathEq", ObjectInput place) => HasAt(json, place, scope),
            _ => throw new InvalidOperationException($"'{name}' is no condition on JSON."),
        });
    }

    /// <inheritdoc/>
    public override bool MatchesMissing(InputValue operand, FieldScope scope) => FilterLogic.Matches((ObjectInput)operand, (name, _) => name == "ncontains");

    private static string Contains(string json, InputValue value, FieldScope scope) =>
        $"{json} @> {scope.Parameters.Add(value, NpgsqlDbType.Jsonb, input => ((ScalarInput)input).Value)}";

    // Whoever has the value at the path contains it there, which the index answers; whoever contains it may have more.
    private static string HasAt(string json, ObjectInput place, FieldScope scope)
    {
        var (path, value) = (place.Find("path")!, place.Find("value")!);
        var around = scope.Parameters.Add(NpgsqlDbType.Jsonb, binding =>
            Around(Keys(path.Resolve(binding.Variables)), (string)((ScalarInput)value.Resolve(binding.Variables)).Value));
        var keys = scope.Parameters.Add(path, NpgsqlDbType.Array | NpgsqlDbType.Text, Keys);
        return $"({json} @> {around} and {json} #> {keys} = {scope.Parameters.Add(value, NpgsqlDbType.Jsonb, input => ((ScalarInput)input).Value)})";
    }

    private static string[] Keys(InputValue path) => [.. ((ListInput)path).Items.Select(key => (string)((ScalarInput)key).Value)];

    // A number may be a place in a list as well as a key; then nothing certain is around the value.
    private static string Around(string[] keys, string value) =>
        keys.Any(key => int.TryParse(key, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            ? "{}"
            : keys.Reverse().Aggregate(value, (inner, key) => $"{{{JsonValue.Create(key)!.ToJsonString()}:{inner}}}");
}
