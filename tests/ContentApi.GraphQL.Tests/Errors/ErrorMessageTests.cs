using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Errors;

/// <summary>Messages are for people: they say what was wrong and do not give back what was sent.</summary>
public sealed class ErrorMessageTests(SampleDatabase database)
{
    [Theory]
    [InlineData("{ articles(first: \"{0}\") { totalCount } }", "'Int'")]
    [InlineData("{ {0} }", "'Query'")]
    [InlineData("{ articles({0}: 1) { totalCount } }", "'articles'")]
    [InlineData("query($v: {0}) { site { title } }", "'v'")]
    [InlineData("query({0}: Int) { site { title } }", "never used")]
    [InlineData("{ ... on {0} { title } }", "Unknown type")]
    [InlineData("query {0} { articles(first: $a, last: $b) { totalCount } }", "'$a' is not defined")]
    [InlineData("{ articles(where: { {0}: 1 }) { totalCount } }", "'where'")]
    public async Task A_message_repeats_no_long_input(string query, string expected)
    {
        var name = query.Contains("({0}:", StringComparison.Ordinal) && query.StartsWith("query", StringComparison.Ordinal) ? "$v" : "v";
        var answer = await database.RunAsync(query.Replace("{0}", name + new string('x', 900), StringComparison.Ordinal));

        var messages = JsonNode.Parse(answer)!["errors"]!.AsArray().Select(error => error!["message"]!.GetValue<string>()).ToList();
        Assert.All(messages, message => Assert.InRange(message.Length, 1, 501));
        Assert.Contains(expected, messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_of_two_halves_is_not_cut()
    {
        var message = (await database.ErrorAsync($"{{ articles(first: \"x{string.Concat(Enumerable.Repeat("😀", 1_000))}\") {{ totalCount }} }}"))["message"]!.GetValue<string>();

        Assert.Contains("😀…", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\ufffd", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_tells_its_first_places()
    {
        var circle = string.Concat(Enumerable.Range(0, 150).Select(n => $"fragment F{n} on Query {{ ...F{(n + 1) % 150} }} "));

        var error = await database.ErrorAsync($"{{ ...F0 }} {circle}");

        Assert.Equal(20, error["locations"]!.AsArray().Count);
    }
}
