using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>Makes filters: every field, every operator, with values that occur, nearly occur and do not occur.</summary>
internal sealed class FilterGen
{
    private static readonly string[] TextOperators = ["eq", "neq", "in", "nin", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private static readonly string[] OrderedOperators = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] EqualityOperators = ["eq", "neq", "in", "nin"];
    private static readonly JsonNode[] OddTexts = ["", "%", "_", "\\", "é", "E\u0301", "😀"];
    private static readonly JsonNode[] OddInstants = ["1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"];
    private static readonly JsonNode[] OddNumbers = [0, -1, 15, int.MaxValue, int.MinValue];

    private readonly ReferenceGraph _graph;
    private readonly Dictionary<string, Gen<JsonObject>> _filters = [];

    /// <param name="graph">Gives values that occur.</param>
    public FilterGen(ReferenceGraph graph)
    {
        _graph = graph;
        var category = Category();
        _filters["Tag"] = Nested(Fields("Tag", "slug", "name"), hasNot: false);
        _filters["Author"] = Nested(Fields("Author", "slug", "name"), hasNot: false);
        _filters["Category"] = Nested(Gen.Frequency((3, category), (1, Reference("parent", Gen.OneOf(category, Reference("parent", category))))), hasNot: false);
        var ofArticles = Nested(Nested(Nested(Gen.Frequency(
            (11, Gen.OneOf(
                Fields("Article", "slug", "path", "title", "locale", "series", "sourcePath"),
                Operations("wordCount", OrderedOperators, [.. Values("Article", "wordCount"), .. OddNumbers]),
                Operations("publishedAt", OrderedOperators, [.. Values("Article", "publishedAt"), .. OddInstants]),
                Operations("updatedAt", OrderedOperators, [.. Values("Article", "updatedAt"), .. OddInstants]),
                Operations("kind", EqualityOperators, ["ARTICLE", "PAGE"], isEnum: true),
                Operations("status", EqualityOperators, ["DRAFT", "SCHEDULED", "PUBLISHED", "EXPIRED"], isEnum: true))),
            (4, Gen.OneOf(List("tags", Of("Tag")), List("authors", Of("Author")), List("categories", Of("Category")), List("categories", Of("Category")))),
            (1, Reference("cover", Nested(Fields("Image", "sourceUrl", "mimeType"), hasNot: false))),
            (2, JsonFilterGen.Of([.. graph.AllArticles.Select(article => (JsonNode)article["params"]!)]))))));
        _filters["Article"] = Gen.Frequency((5, ofArticles), (1, Gen.Select(Demand(), ofArticles).Select((demand, other) => Merge([other, demand]))));
    }

    /// <summary>Gives filters on objects of a type: articles, categories, tags or authors.</summary>
    public Gen<JsonObject> Of(string type) => _filters[type];

    /// <summary>Writes a value as a literal of a document; the values of <c>kind</c>, <c>status</c> and <c>order</c> are enums.</summary>
    public static string Literal(JsonNode? value, bool isEnum = false) => value switch
    {
        null => "null",
        JsonObject fields => $"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Literal(field.Value, isEnum || field.Key is "kind" or "status")}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(item => Literal(item, isEnum)))}]",
        _ when isEnum => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    // Something of a few tags, authors or categories: a list then starts from their edges, and several lead to the same article.
    private Gen<JsonObject> Demand() => Gen.OneOf(("tags", "Tag", "slug"), ("authors", "Author", "slug"), ("categories", "Category", "path"), ("categories", "Category", "under")).SelectMany(list =>
    {
        var value = Gen.OneOf(Values(list.Item2, list.Item3 == "under" ? "path" : list.Item3));
        var operand = list.Item3 == "under"
            ? value.Select(path => (JsonNode)path.DeepClone())
            : Gen.Frequency((1, value.Select(one => (JsonNode)new JsonObject { ["eq"] = one.DeepClone() })), (1, value.Array[1, 4].Select(several => (JsonNode)new JsonObject { ["in"] = List(several) })));
        return Gen.Select(operand, Gen.Bool).Select((wanted, isBelow) =>
        {
            var demand = new JsonObject { [list.Item1] = new JsonObject { ["some"] = new JsonObject { [list.Item3] = wanted.DeepClone() } } };
            return isBelow ? new JsonObject { ["and"] = List([new JsonObject(), demand]) } : demand;
        });
    });

    private Gen<JsonObject> Category() => Gen.OneOf(
        Fields("Category", "slug", "name", "path"),
        Operations("depth", OrderedOperators, [0, 1, 2, -1]),
        Gen.OneOf([.. Values("Category", "path"), "/news/", "news/", "", "nothing"]).Select(path => new JsonObject { ["under"] = path.DeepClone() }));

    private Gen<JsonObject> Fields(string type, params string[] texts) => Gen.OneOf([
        Operations("id", EqualityOperators, [.. _graph.All(type).Take(4).Select(item => (JsonNode)(string)item["id"]!), "nothing"]),
        .. texts.Select(field => Operations(field, TextOperators, [.. Texts(type, field), .. OddTexts])),
    ]);

    private JsonNode[] Values(string type, string field) =>
        [.. _graph.All(type).Select(item => item[field]).Where(value => value is not null).Distinct().Select(value => (JsonNode)(value is DateTimeOffset instant ? instant.ToString("O", CultureInfo.InvariantCulture) : JsonValue.Create(value))!)];

    // Values, and pieces of them, in the wrong case too.
    private JsonNode[] Texts(string type, string field) =>
        [.. Values(type, field).Select(value => value.GetValue<string>()).SelectMany(text => new[] { text, text, Part(text, 0, 2), Part(text, 2, 9), text.ToUpperInvariant() }).Distinct(StringComparer.Ordinal).Select(text => (JsonNode)text)];

    private static string Part(string text, int skip, int take) => string.Concat(text.EnumerateRunes().Skip(skip).Take(take).Select(rune => rune.ToString()));

    private static Gen<JsonObject> Reference(string field, Gen<JsonObject> filter) =>
        Gen.Frequency((8, filter), (1, Gen.Const(new JsonObject()))).Select(inner => new JsonObject { [field] = inner.DeepClone() });

    private static Gen<JsonObject> List(string field, Gen<JsonObject> filter)
    {
        var operation = Gen.Frequency(
            (6, Gen.Select(Gen.OneOf("some", "none", "all"), Gen.Frequency((8, filter), (1, Gen.Const(new JsonObject())))).Select((name, inner) => new JsonObject { [name] = inner.DeepClone() })),
            (1, Gen.Bool.Select(any => new JsonObject { ["any"] = any })),
            (1, Gen.OneOf("some", "none", "all", "any").Select(name => new JsonObject { [name] = null })));
        return operation.Array[1, 2].Select(operations => new JsonObject { [field] = Merge(operations) });
    }

    private static Gen<JsonObject> Nested(Gen<JsonObject> inner, bool hasNot = true)
    {
        var and = inner.Array[0, 3].Select(filters => new JsonObject { ["and"] = List(filters) });
        var or = inner.Array[0, 3].Select(filters => new JsonObject { ["or"] = List(filters) });
        var several = inner.Array[0, 3].Select(Merge);
        return hasNot
            ? Gen.OneOf(
                inner, several, and, or,
                inner.Select(filter => new JsonObject { ["not"] = filter.DeepClone() }),
                Gen.Select(inner, inner).Select((filter, other) => Merge([filter, new JsonObject { ["not"] = other.DeepClone(), ["and"] = null }])))
            : Gen.Frequency((4, inner), (1, several), (1, and), (1, or));
    }

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

    /// <summary>Puts the fields of several objects side by side; of equal names the last counts.</summary>
    public static JsonObject Merge(IEnumerable<JsonObject> parts)
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
