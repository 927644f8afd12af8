using System.Text.Json.Nodes;
using ContentApi.GraphQL.Schema;
using CsCheck;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Makes filters on articles: every field, every operator, with values that occur, nearly occur and do not occur.</summary>
internal static class FilterGen
{
    private static readonly string[] TextOperators = ["eq", "neq", "in", "nin", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private static readonly string[] OrderedOperators = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] EqualityOperators = ["eq", "neq", "in", "nin"];

    private static readonly Gen<JsonObject> Field = Gen.OneOf(
        Operations("id", EqualityOperators, [.. new[] { 0, 1, 7, 23, 100, 103 }.Select(n => new GlobalId("Article", SampleContent.Key(6, n)).ToString()), "nothing"]),
        Operations("slug", TextOperators, ["s0", "s1", "s4", "S1", "s", "4", "", "%", "_1"]),
        Operations("path", TextOperators, ["/posts/001", "/posts/10", "/posts/", "1", "_", "posts%", ""]),
        Operations("title", TextOperators, ["Title 000 \"é\\", "title", "\"é\\", "é", "E\u0301", "100%_", "😀", "\\", "%", "Title 0__", ""]),
        Operations("locale", TextOperators, ["en", "zh-Hans", "zh", "EN", "Hans"]),
        Operations("sourcePath", TextOperators, ["_posts/001.md", ".md", "_posts/01", "\\_", ""]),
        Operations("wordCount", OrderedOperators, [0, 10, 15, 20, 50, -1, int.MaxValue, int.MinValue]),
        Operations("publishedAt", OrderedOperators, ["2026-01-01T00:00:00.120Z", "2026-01-01T08:00:00.120+08:00", "2026-01-04T00:00:00Z", "2026-01-06T00:00:00.12Z", "1970-01-01T00:00:00Z", "2026-06-02T12:00:00Z"]),
        Operations("updatedAt", OrderedOperators, ["2026-06-01T12:00:00Z", "2026-05-20T12:00:00Z", "2026-05-26T14:00:00+02:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"]),
        Operations("kind", EqualityOperators, ["ARTICLE", "PAGE"], isEnum: true),
        Operations("status", EqualityOperators, ["DRAFT", "SCHEDULED", "PUBLISHED", "EXPIRED"], isEnum: true));

    /// <summary>A filter nested at most three deep.</summary>
    public static readonly Gen<JsonObject> Filter = Nested(Nested(Nested(Field)));

    /// <summary>Writes a filter as a literal of a document.</summary>
    public static string Literal(JsonNode? value, bool isEnum = false) => value switch
    {
        null => "null",
        JsonObject fields => $"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Literal(field.Value, isEnum || field.Key is "kind" or "status")}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(item => Literal(item, isEnum)))}]",
        _ when isEnum => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static Gen<JsonObject> Nested(Gen<JsonObject> inner) => Gen.OneOf(
        inner,
        inner.Array[0, 3].Select(Merge),
        inner.Array[0, 3].Select(filters => new JsonObject { ["and"] = List(filters) }),
        inner.Array[0, 3].Select(filters => new JsonObject { ["or"] = List(filters) }),
        inner.Select(filter => new JsonObject { ["not"] = filter.DeepClone() }),
        Gen.Select(inner, inner).Select((filter, other) => Merge([filter, new JsonObject { ["not"] = other.DeepClone(), ["and"] = null }])));

    private static Gen<JsonObject> Operations(string field, string[] operators, JsonNode[] values, bool isEnum = false)
    {
        var value = Gen.Frequency((6, Gen.OneOf(values)), (1, Gen.Const((JsonNode)null!)));
        var item = isEnum ? Gen.OneOf(values) : value;
        var single = Gen.OneOf(operators).SelectMany(name => name switch
        {
            "in" or "nin" => item.Array[0, 4].Select(items => new JsonObject { [name] = List(items) }),
            "eq" or "neq" => value.Select(operand => new JsonObject { [name] = operand?.DeepClone() }),
            _ => Gen.OneOf(values).Select(operand => new JsonObject { [name] = operand.DeepClone() }),
        });
        var some = isEnum
            ? single.Array[0, 2].Select(Merge)
            : single.Array[0, 3].Select(operations => operations.Length < 3 ? Merge(operations) : WithAlternatives(operations));
        return some.Select(operations => new JsonObject { [field] = operations.DeepClone() });
    }

    // Conditions on text alone may hold lists of conditions themselves; the other types take the operators side by side.
    private static JsonObject WithAlternatives(JsonObject[] operations)
    {
        var isText = operations.SelectMany(operation => operation).All(operation => TextOperators.Contains(operation.Key))
            && operations.SelectMany(operation => operation).Any(operation => operation.Key.EndsWith("With", StringComparison.Ordinal) || operation.Key.EndsWith("contains", StringComparison.Ordinal));
        return isText ? Merge([operations[0], new JsonObject { ["or"] = List(operations[1..]), ["and"] = List(operations[..1]) }]) : Merge(operations);
    }

    private static JsonObject Merge(IEnumerable<JsonObject> parts)
    {
        var merged = new JsonObject();
        foreach (var (key, value) in parts.SelectMany(part => part))
        {
            merged[key] = value?.DeepClone();
        }

        return merged;
    }

    private static JsonArray List(IEnumerable<JsonNode?> items) => [.. items.Select(item => item?.DeepClone())];
}
