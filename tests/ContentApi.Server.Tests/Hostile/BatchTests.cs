using System.Text;
using System.Text.Json;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>Arrays of requests that no good client sends, to a server that answers arrays.</summary>
public sealed class BatchTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const string Good = """{"query":"{site{title}}"}""";
    private const int Most = HostileSite.BatchSize;

    [Fact]
    public Task An_array_of_another_shape_is_refused() =>
        site.AttackAsync(
        [
            Batch("one too many", Repeat(Good, Most + 1), "BATCH_TOO_LARGE"),
            Batch("a thousand", Repeat(Good, 1_000), "BATCH_TOO_LARGE"),
            Batch("three hundred thousand numbers", Repeat("1", 300_000), "BATCH_TOO_LARGE"),
            .. new[] { "null", "1", "\"{site{title}}\"", "[]", $"[{Good}]", "{}", """{"query":1}""", """{"query":"{site{title}}","variables":[]}""", """{"query":"\ud800"}""" }
                .SelectMany(element => new[] { Batch(element, [element], "INVALID_REQUEST"), Batch($"{element} at the end", [.. Repeat(Good, Most - 1), element], "INVALID_REQUEST") }),
            Batch("deep variables", [$"{{\"query\":\"{{site{{title}}}}\",\"variables\":{{\"a\":{new string('[', 62)}{new string(']', 62)}}}}}"], "INVALID_JSON"),
        ]);

    [Fact]
    public Task The_most_of_what_costs_most_is_answered() =>
        site.AttackAsync(
            from bomb in new (string? Code, string Query)[]
            {
                (null, "{site{title}}"),
                ("COST_EXCEEDED", "{ articles(first: 50) { nodes { related(first: 20) { article { related(first: 20) { article { related(first: 20) { article { id } } } } } } } } }"),
                ("TOO_MANY_FIELDS", $"{{ ...F0 }} {string.Concat(Enumerable.Range(0, 150).Select(n => $"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }} "))} fragment F150 on Query {{ site {{ title }} }}"),
                ("DOCUMENT_TOO_DEEP", new string('{', 9_000)),
                ("VALIDATION_FAILED", $"{{ articles {{ nodes {{ {string.Concat(Enumerable.Range(0, 1_900).Select(n => $"titl{n} "))} }} }} }}"),
            }
            from unlike in new[] { false, true }
            select Batch($"{bomb.Code} {unlike}", Enumerable.Range(0, Most).Select(n => JsonSerializer.Serialize(new { query = bomb.Query + (unlike ? $" #{n}" : "") })), bomb.Code));

    private static IEnumerable<string> Repeat(string element, int times) => Enumerable.Repeat(element, times);

    private static HostileRequest Batch(string name, IEnumerable<string> elements, string? code) =>
        HostileRequest.Post(name, Encoding.UTF8.GetBytes($"[{string.Join(',', elements)}]"), ("Accept", "application/json")) with { Codes = [code] };
}
