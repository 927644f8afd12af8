using GraphQLParser.AST;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>A value for a place of the schema, as a literal and as JSON; null where it cannot be written so.</summary>
internal sealed record HostileValue(string Name, string? Literal, string? Json)
{
    private static readonly HostileValue[] Texts =
    [
        Both("a NUL", """ "a\u0000b" """),
        Both("the first half of a pair", """ "\ud83d" """),
        Both("the second half of a pair", """ "x\ude00" """),
        Both("a pair the wrong way round", """ "\ude00\ud83d" """),
        new("a raw NUL", "\"\0\"", null),
        new("a NUL in a block string", "\"\"\"a\0b\"\"\"", null),
    ];

    private static readonly HostileValue Huge = Both("a number beyond a double", "1e400");
    private static readonly HostileValue Many = Both("a number of 10,000 digits", new string('9', 10_000));
    private static readonly HostileValue Number = Both("a number", "5");
    private static readonly HostileValue Fraction = Both("a fraction", "1.5");
    private static readonly HostileValue Truth = Both("a truth value", "true");
    private static readonly HostileValue Text = Both("a text", "\"5\"");
    private static readonly HostileValue List = Both("a list", "[1]");
    private static readonly HostileValue Object = Both("an object", "{\"nope\":1}") with { Literal = "{nope: 1}" };
    private static readonly HostileValue Word = new("a name", "NOPE", null);

    /// <summary>Values that the type does not have. Each is an error wherever a value of the type is given.</summary>
    public static IEnumerable<HostileValue> Wrong(InputPlaces schema, GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Wrong(schema, nonNull.Type).Append(Both("null", "null")),
        GraphQLListType list => Wrong(schema, Nullable(list.Type)).Where(value => value != List)
            .Concat(Wrong(schema, list.Type).Select(value => value.InList()))
            .Concat(InputPlaces.NamedType(type) == "JSON" ? [] : [Sampled(schema, list.Type).InList().InList() with { Name = "a list in the list" }]),
        _ => OfNamed(schema, InputPlaces.NamedType(type)),
    };

    /// <summary>A value that the type has.</summary>
    public static IEnumerable<HostileValue> Good(InputPlaces schema, GraphQLType type) => [Sampled(schema, type)];

    /// <summary>Values that the type may have, at the edge of what anybody sends; whatever becomes of them, there is an answer.</summary>
    public static IEnumerable<HostileValue> Odd(InputPlaces schema, GraphQLType type)
    {
        var sample = Sampled(schema, type);
        var deep = string.Concat(Enumerable.Repeat("[", 50)) + string.Concat(Enumerable.Repeat("]", 50));
        var nested = string.Concat(Enumerable.Repeat("{\"not\":", 40)) + "{}" + new string('}', 40);
        return
        [
            sample.InList(), Both("null", "null"), Both("an empty list", "[]"), Both("an empty object", "{}"), Both("an empty text", "\"\""),
            Both("lists in lists", deep),
            Both("objects in objects", nested) with { Literal = nested.Replace("\"", "", StringComparison.Ordinal) },
            Both("a text of 100,000 characters", $"\"{new string('x', 100_000)}\""),
            Both("many values", $"[{string.Join(',', Enumerable.Repeat(sample.Json, 2_100))}]") with { Literal = $"[{string.Join(',', Enumerable.Repeat(sample.Literal, 2_100))}]" },
            Both("the least number", "-2147483648"), Both("the last instant", "\"9999-12-31T23:59:59.999999999Z\""), Both("signs", "\"%_\\\\'--$1{0}\\uffff\\u202e\\u0001\""),
        ];
    }

    private static IEnumerable<HostileValue> OfNamed(InputPlaces schema, string type) => type switch
    {
        "Int" or "Long" => [Text, Fraction, Huge, Many, Truth, List, Object, Word, Both("2^31", type == "Int" ? "2147483648" : "9223372036854775808"), Both("below -2^31", type == "Int" ? "-2147483649" : "-9223372036854775809")],
        "Float" => [Text, Huge, Many, Truth, List, Object, Word],
        "Boolean" => [Text, Number, Both("the text true", "\"true\""), List, Object, Word],
        "ID" => [Fraction, Huge, Truth, List, Object, Word, .. Texts],
        "String" or "URL" => [Number, Fraction, Truth, List, Object, Word, .. Texts],
        "DateTime" or "LocalDate" or "TimeZone" or "Locale" or "UUID" => [Number, Fraction, Truth, List, Object, Word, Both("no such value", "\"2026-02-30T25:00:00\""), Both("an empty text", "\"\""), .. Texts],
        "JSON" => [Huge, .. Texts, .. Texts.Select(text => text.InList()), new("a NUL in a key", null, "{\"\\u0000\":1}"), new("a variable in a value", "{a: $nope}", null)],
        _ when schema.FirstOf(type) is { } value => [Number, Truth, List, Object, Word, new("the name as a text", $"\"{value}\"", $"\"{value.ToLowerInvariant()}\""), .. Texts],
        _ when schema.IsObject(type) => [Text, Number, Truth, Word, Both("an unknown field", "{\"nope\":{}}") with { Literal = "{nope: {}}" }, Both("a text inside lists", "[[\"x\"]]")],
        _ => throw new ArgumentException($"No wrong values are known for '{type}'.", nameof(type)),
    };

    private static GraphQLType Nullable(GraphQLType type) => type is GraphQLNonNullType nonNull ? nonNull.Type : type;

    private static HostileValue Both(string name, string value) => new(name, value.Trim(), value.Trim());

    private static HostileValue Sampled(InputPlaces schema, GraphQLType type)
    {
        var (literal, json) = schema.Sample(type);
        return new HostileValue("a good value", literal, json);
    }

    private HostileValue InList() => new($"{Name} in a list", Literal is null ? null : $"[{Literal}]", Json is null ? null : $"[{Json}]");
}
