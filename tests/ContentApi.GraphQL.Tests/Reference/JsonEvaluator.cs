using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>Applies a <c>JsonOperationFilterInput</c> to JSON in memory.</summary>
internal static class JsonEvaluator
{
    public static bool Matches(JsonObject operations, JsonNode json) => operations.All(operation => (operation.Key, operation.Value) switch
    {
        ("ncontains", null) => true,
        (_, null) => false,
        ("contains", var part) => Contains(json, part),
        ("ncontains", var part) => !Contains(json, part),
        ("hasKey", var key) => json.AsObject().ContainsKey(key.GetValue<string>()),
        (_, var place) => Find(json, place["path"]!.AsArray()) is (true, var found) && AreEqual(found, place["value"]),
    });

    // What is contained has the same kind: an object, a list, or one equal value.
    private static bool Contains(JsonNode? json, JsonNode? part) => (json, part) switch
    {
        (JsonObject members, JsonObject wanted) => wanted.All(member => members.TryGetPropertyValue(member.Key, out var value) && Contains(value, member.Value)),
        (JsonArray items, JsonArray wanted) => wanted.All(item => items.Any(other => Contains(other, item))),
        _ => AreEqual(json, part),
    };

    private static bool AreEqual(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (JsonObject members, JsonObject others) => members.Count == others.Count && members.All(member => others.TryGetPropertyValue(member.Key, out var value) && AreEqual(member.Value, value)),
        (JsonArray items, JsonArray others) => items.Count == others.Count && items.Zip(others).All(pair => AreEqual(pair.First, pair.Second)),
        (JsonValue value, JsonValue other) when value.GetValueKind() == JsonValueKind.Number && other.GetValueKind() == JsonValueKind.Number => Number(value) == Number(other),
        (JsonValue value, JsonValue other) => value.GetValueKind() == other.GetValueKind() && value.ToString() == other.ToString(),
        _ => left is null && right is null,
    };

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static (bool IsFound, JsonNode? Value) Find(JsonNode? json, IEnumerable<JsonNode?> path)
    {
        foreach (var key in path.Select(key => key!.GetValue<string>()))
        {
            switch (json)
            {
                case JsonObject members when members.TryGetPropertyValue(key, out var value):
                    json = value;
                    break;
                case JsonArray items when int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) && place >= -items.Count && place < items.Count:
                    json = items[place < 0 ? items.Count + place : place];
                    break;
                default:
                    return (false, null);
            }
        }

        return (true, json);
    }
}
