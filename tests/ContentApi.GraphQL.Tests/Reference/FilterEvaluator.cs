using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>Applies a filter, given as JSON, to objects in memory: the contract read aloud, without SQL.</summary>
internal static class FilterEvaluator
{
    /// <summary>Tells whether a filter matches an object; null is an object that is missing, and so are all its values.</summary>
    public static bool Matches(JsonObject filter, GraphObject? item) => filter.All(field => (field.Key, field.Value) switch
    {
        (_, null) => true,
        ("and", JsonArray list) => list.All(inner => Matches(inner!.AsObject(), item)),
        ("or", JsonArray list) => list.Count == 0 || list.Any(inner => Matches(inner!.AsObject(), item)),
        ("not", JsonObject inner) => !Matches(inner, item),
        ("cover" or "parent", JsonObject inner) => Matches(inner, item?.One(field.Key)),
        ("authors" or "categories" or "tags", JsonObject inner) => MatchesList(inner, item!.Many(field.Key)),
        ("params", JsonObject inner) => JsonEvaluator.Matches(inner, (JsonNode)item!["params"]!),
        ("under", var path) => item is not null && ReferenceGraph.Line(item).Any(category => (string)category["path"]! == path.GetValue<string>().Trim('/')),
        (var name, var operations) => MatchesAll(operations.AsObject(), item?[name]),
    });

    /// <summary>True when the filter names kinds anywhere; else lists hold posts only.</summary>
    public static bool SpeaksOfKind(JsonNode? filter) => filter switch
    {
        JsonObject fields => fields.Any(field => field.Key == "kind" || (field.Key is "and" or "or" or "not" && SpeaksOfKind(field.Value))),
        JsonArray list => list.Any(SpeaksOfKind),
        _ => false,
    };

    private static bool MatchesList(JsonObject filter, IReadOnlyList<GraphObject> items) => filter.All(operation => (operation.Key, operation.Value) switch
    {
        (_, null) => true,
        ("some", var inner) => items.Any(item => Matches(inner.AsObject(), item)),
        ("none", var inner) => !items.Any(item => Matches(inner.AsObject(), item)),
        ("all", var inner) => items.All(item => Matches(inner.AsObject(), item)),
        (_, var any) => any.GetValue<bool>() == items.Count > 0,
    });

    private static bool MatchesAll(JsonObject operations, object? value) => operations.All(operation => (operation.Key, operation.Value) switch
    {
        ("and", JsonArray list) => list.All(item => MatchesAll(item!.AsObject(), value)),
        ("or", JsonArray list) => list.Count == 0 || list.Any(item => MatchesAll(item!.AsObject(), value)),
        ("and" or "or", null) => true,
        ("eq" or "in" or "gt" or "gte" or "lt" or "lte" or "contains" or "startsWith" or "endsWith", var operand) => Holds(operation.Key, value, operand),
        (['n', .. var positive], var operand) => !Holds(positive, value, operand),
        _ => throw new ArgumentException($"'{operation.Key}' is no operator.", nameof(operations)),
    });

    private static bool Holds(string name, object? value, JsonNode? operand) => name switch
    {
        "eq" => Equals(value, Read(operand, value)),
        "in" => operand!.AsArray().Any(item => Equals(value, Read(item, value))),
        _ when value is null || operand is null => false,
        "contains" => ((string)value).Contains(operand.GetValue<string>(), StringComparison.Ordinal),
        "startsWith" => ((string)value).StartsWith(operand.GetValue<string>(), StringComparison.Ordinal),
        "endsWith" => ((string)value).EndsWith(operand.GetValue<string>(), StringComparison.Ordinal),
        _ => Compare(name, Comparer<object>.Default.Compare(value, Read(operand, value))),
    };

    private static bool Compare(string name, int result) => name switch
    {
        "gt" => result > 0,
        "gte" => result >= 0,
        "lt" => result < 0,
        "lte" => result <= 0,
        _ => throw new ArgumentException($"'{name}' is no operator.", nameof(name)),
    };

    private static object? Read(JsonNode? operand, object? value) => value switch
    {
        _ when operand is null => null,
        int => operand.GetValue<int>(),
        DateTimeOffset => DateTimeOffset.Parse(operand.GetValue<string>(), CultureInfo.InvariantCulture),
        _ => operand.GetValueKind() == JsonValueKind.String ? operand.GetValue<string>() : operand.GetValue<int>(),
    };
}
