using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.GraphQL.Tests.Operations;
using CsCheck;

namespace ContentApi.GraphQL.Tests.Execution;

/// <summary>Whatever a client sends, it gets a GraphQL answer: nothing throws, and nothing of the database shows.</summary>
public sealed class FuzzTests(SampleDatabase database)
{
    // Tokens that mean something to some part of the document or of the database behind it.
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "@", ":", "=", "|", "&", "...", ",", " ", "\n", "\"", "\"\"\"", "\\", "'", "#", "%", "_", "--", "/*", ";", "\0", "\ud800", "😀", "\ufeff",
        "0", "-1", "2147483648", "1.5", "1e999", "null", "true", "false", "on", "query", "mutation", "fragment", "F", "id", "first: 1", "last: 1", "after: \"x\"", "where: {}", "order: []",
        "preview: true", "__typename", "__schema", "node", "nodes", "articles", "site { title }", "... on Node { id }", "...A", "@skip(if: true)", "@include(if: $if)", "{ not: {} }", "{ or: [] }", "and: null", "tags: { some: { slug: { eq: null } } }", "params: { contains: 1e999 }", "primaryCategory: { name: ASC }",
    ];

    private static readonly Gen<JsonNode?> Value = Nested(Nested(Nested(Gen.OneOf(
        Gen.Const((JsonNode?)null),
        Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Int.Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Double.Where(double.IsFinite).Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.OneOf("", "x", "/posts/001", "s1", "ASC", "PAGE", "DRAFT", "COVER", "2026-01-01T00:00:00Z", "QXJ0aWNsZToAAAAGAAAAAAAAAAAAAAAD", "\0", "%").Select(value => (JsonNode?)JsonValue.Create(value))))));

    [Fact]
    public Task A_damaged_document_is_answered() =>
        Gen.Select(Gen.OneOf(SampleOperations.All.Values.ToArray()), Gen.Select(Gen.Double.Unit, Gen.Int[0, 12], Gen.OneOf(Pieces)).Array[1, 3]).SampleAsync(
            async (operation, changes) =>
            {
                var query = changes.Aggregate(operation.Query, Damage);

                CheckAnswer(await database.RunAsync(query, await operation.VariablesAsync(database), operation.IsEditor));
            },
            iter: 1_500,
            print: value => value.Item2.Aggregate(value.Item1.Query, Damage));

    [Fact]
    public Task Any_variables_are_answered() =>
        Gen.Select(Gen.OneOf(SampleOperations.All.Values.Where(operation => operation.Query.Contains('$', StringComparison.Ordinal)).ToArray()), Value).SampleAsync(
            async (operation, value) =>
            {
                var names = SampleDatabase.Json(operation.Variables).EnumerateObject().Select(variable => variable.Name);
                var variables = new JsonObject([.. names.Select(name => KeyValuePair.Create(name, value?.DeepClone()))]);

                CheckAnswer(await database.RunAsync(operation.Query, variables, operation.IsEditor));
            },
            iter: 1_000,
            print: value => $"{value.Item1.Query} {value.Item2?.ToJsonString()}");

    private static string Damage(string query, (double Place, int Length, string Piece) change)
    {
        var start = (int)(change.Place * query.Length);
        return string.Concat(query.AsSpan(0, start), change.Piece, query.AsSpan(Math.Min(start + change.Length, query.Length)));
    }

    private static Gen<JsonNode?> Nested(Gen<JsonNode?> inner) => Gen.Frequency(
        (2, inner),
        (1, inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())]))),
        (3, Gen.Select(Gen.OneOf("and", "or", "not", "id", "slug", "path", "title", "kind", "wordCount", "publishedAt", "eq", "in", "nin", "lt", "contains", "locale", "tags", "categories", "cover", "params", "some", "any", "under", "parent", "hasKey", "pathEq", "primaryCategory", "nope"), inner)
            .Array[0, 2]
            .Select(members => (JsonNode?)new JsonObject([.. members.DistinctBy(member => member.Item1).Select(member => KeyValuePair.Create(member.Item1, member.Item2?.DeepClone()))]))));

    private static void CheckAnswer(string body)
    {
        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("errors", out var errors))
        {
            Assert.Equal(JsonValueKind.Object, json.RootElement.GetProperty("data").ValueKind);
            return;
        }

        foreach (var error in errors.EnumerateArray())
        {
            Assert.Contains(error.GetProperty("extensions").GetProperty("code").GetString(), Codes);
            Assert.NotEmpty(error.GetProperty("message").GetString()!);
        }
    }

    private static readonly HashSet<string?> Codes =
    [
        "SYNTAX_ERROR", "VALIDATION_FAILED", "OPERATION_NOT_FOUND", "INVALID_VARIABLE", "INVALID_ARGUMENT", "INVALID_CURSOR", "PAGE_SIZE_EXCEEDED", "FORBIDDEN",
        "DOCUMENT_TOO_DEEP", "TOO_MANY_FIELDS", "TOO_MANY_ALIASES", "TOO_MANY_DIRECTIVES", "INPUT_TOO_LARGE",
    ];
}
