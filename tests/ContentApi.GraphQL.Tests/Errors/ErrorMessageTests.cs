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

    [Theory]
    [InlineData("String", """ "a\u0000b" """, "it holds NUL")]
    [InlineData("String", """ "\ud800" """, "it holds half a surrogate pair")]
    [InlineData("ID", "1.5", "expected a text or a whole number")]
    [InlineData("Int", "2147483648", "expected a whole number from -2147483648 to 2147483647")]
    [InlineData("JSON", "1e400", "numbers that no double can hold")]
    [InlineData("DateTime", """ "2021-09-18T23:40:34" """, "expected an RFC 3339 instant with an offset, such as 2021-09-18T23:40:34Z")]
    [InlineData("DateTime", """ "\u0000" """, "it holds NUL")]
    [InlineData("TimeZone", """ "Asia/Shangai" """, "expected a time zone such as Asia/Shanghai")]
    [InlineData("Locale", """ "not a locale" """, "expected a language tag")]
    public async Task A_refused_variable_is_told_why(string type, string json, string why)
    {
        var place = type switch
        {
            "String" => "redirect(path: $v) { to }",
            "ID" => "node(id: $v) { id }",
            "Int" => "articles(first: $v) { totalCount }",
            "JSON" => "articles(where: { params: { contains: $v } }) { totalCount }",
            "DateTime" => "articles(where: { publishedAt: { gt: $v } }) { totalCount }",
            "TimeZone" => "archive(timeZone: $v) { count }",
            _ => "article(by: { slug: { slug: \"a\", locale: $v } }) { id }",
        };
        var error = await database.ErrorAsync($"query($v: {type}!) {{ {place} }}", SampleDatabase.Json($$"""{"v":{{json}}}"""));

        Assert.StartsWith($"Variable '$v' is no value of type '{type}': ", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(why, error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redirect(path: \"a\\u0000b\") { to }", "This is no value of type 'String': it holds NUL, which no text of the database does.")]
    [InlineData("redirect(path: \"\\ud800\") { to }", "This is no value of type 'String': it holds half a surrogate pair.")]
    [InlineData("articles(where: { params: { contains: [1e400] } }) { totalCount }", "This is no value of type 'JSON': expected JSON without NUL, halves of surrogate pairs and numbers that no double can hold.")]
    [InlineData("articles(where: { publishedAt: { gt: \"2021-09-18T23:40:34\" } }) { totalCount }", "A value of type 'DateTime' is an RFC 3339 instant with an offset, such as 2021-09-18T23:40:34Z.")]
    [InlineData("articles(first: \"5\") { totalCount }", "A value of type 'Int' is a whole number from -2147483648 to 2147483647.")]
    public async Task A_refused_literal_is_told_why(string field, string why) =>
        Assert.EndsWith(why, (await database.ErrorAsync($"{{ {field} }}"))["message"]!.GetValue<string>(), StringComparison.Ordinal);
}
