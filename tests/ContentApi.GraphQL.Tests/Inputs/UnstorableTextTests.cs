using System.Text.Json;

namespace ContentApi.GraphQL.Tests.Inputs;

/// <summary>PostgreSQL stores neither NUL nor half a surrogate pair; no place where text comes in lets them through.</summary>
public sealed class UnstorableTextTests(SampleDatabase database)
{
    // The type of $v, and a field that uses it.
    public static TheoryData<string, string> Places => new()
    {
        { "ID!", "node(id: $v) { id }" },
        { "[ID!]!", "nodes(ids: $v) { id }" },
        { "ID!", "nodes(ids: [$v]) { id }" },
        { "ID!", "article(by: { id: $v }) { id }" },
        { "String!", "article(by: { path: $v }) { id }" },
        { "String!", "article(by: { sourcePath: $v }) { id }" },
        { "String!", "article(by: { slug: { slug: $v } }) { id }" },
        { "Locale!", "article(by: { slug: { slug: \"a\", locale: $v } }) { id }" },
        { "ID!", "category(by: { id: $v }) { id }" },
        { "String!", "category(by: { path: $v }) { id }" },
        { "ID", "categoryTree(root: $v) { id }" },
        { "String!", "author(by: { slug: $v }) { id }" },
        { "String!", "tag(by: { slug: $v }) { id }" },
        { "URL!", "image(by: { url: $v }) { id }" },
        { "String!", "image(by: { contentHash: $v }) { id }" },
        { "String", "articles(after: $v) { totalCount }" },
        { "String", "articles(before: $v) { nodes { id } }" },
        { "ID", "articles(where: { id: { eq: $v } }) { totalCount }" },
        { "ID", "articles(where: { id: { nin: [$v] } }) { totalCount }" },
        { "String", "articles(where: { title: { eq: $v } }) { totalCount }" },
        { "String", "articles(where: { title: { ncontains: $v } }) { totalCount }" },
        { "String", "articles(where: { title: { startsWith: $v } }) { totalCount }" },
        { "String", "articles(where: { title: { endsWith: $v } }) { totalCount }" },
        { "[String]", "articles(where: { not: { locale: { in: $v } } }) { totalCount }" },
        { "String", "articles(where: { categories: { some: { under: $v } } }) { totalCount }" },
        { "String", "articles(where: { tags: { all: { name: { eq: $v } } } }) { totalCount }" },
        { "String", "articles(where: { params: { hasKey: $v } }) { totalCount }" },
        { "JSON", "articles(where: { params: { contains: $v } }) { totalCount }" },
        { "JSON!", "articles(where: { params: { pathEq: { path: [\"a\"], value: $v } } }) { totalCount }" },
        { "[String!]!", "articles(where: { params: { pathEq: { path: $v, value: 1 } } }) { totalCount }" },
        { "[String!]", "article(by: { path: \"/posts/000\" }) { params(keys: $v) }" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_variable_with_such_text_is_refused(string type, string field)
    {
        foreach (var text in new[] { """\u0000""", """a\u0000b""", """\ud800""", """\udc00\ud83d""", """x\udfff""" })
        {
            Assert.Equal("INVALID_VARIABLE", await database.ErrorCodeAsync($"query($v: {type}) {{ {field} }}", SampleDatabase.Json($$"""{"v":"{{text}}"}""")));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_literal_with_such_text_is_refused(string type, string field)
    {
        Assert.NotEmpty(type);
        foreach (var text in new[] { """ "\u0000" """, """ "a\u0000b" """, """ "\ud800" """, """ "\udc00\ud83d" """, "\"x\udfff\"", "\"\"\"\ud800\"\"\"", "\"\0\"" })
        {
            var code = await database.ErrorCodeAsync($"{{ {field.Replace("$v", text.Trim(), StringComparison.Ordinal)} }}");
            Assert.Contains(code, new[] { "SYNTAX_ERROR", "VALIDATION_FAILED", "INVALID_ARGUMENT" });
        }
    }

    [Theory]
    [InlineData("""{"a":["\u0000"]}""")]
    [InlineData("""{"\u0000":1}""")]
    [InlineData("""[{"x\ud800":1}]""")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-401")]
    [InlineData("""{"a":1e99999999999}""")]
    public async Task Json_that_cannot_be_compared_is_refused(string json)
    {
        const string Query = "query($v: JSON!) { articles(where: { params: { contains: $v, ncontains: $v, pathEq: { path: [], value: $v } } }) { totalCount } }";

        Assert.Equal("INVALID_VARIABLE", await database.ErrorCodeAsync(Query, SampleDatabase.Json($$"""{"v":{{json}}}""")));
    }

    [Fact]
    public async Task A_number_with_more_digits_than_the_database_keeps_is_refused() =>
        Assert.Equal("INVALID_VARIABLE", await database.ErrorCodeAsync("query($v: JSON) { articles(where: { params: { contains: $v } }) { totalCount } }", new { v = JsonDocument.Parse($"[0.{new string('0', 17_000)}1]").RootElement }));

    [Theory]
    [InlineData("1e308")]
    [InlineData("-0.000e-300")]
    [InlineData("123456789012345678901234567890.5")]
    [InlineData("""{"a":{"a":[null,true,"\u0001😀"]}}""")]
    public async Task Any_other_json_is_compared(string json)
    {
        const string Query = "query($v: JSON!) { articles(where: { params: { contains: $v, pathEq: { path: [], value: $v } } }) { totalCount } }";

        Assert.Equal("""{"articles":{"totalCount":0}}""", (await database.DataAsync(Query, SampleDatabase.Json($$"""{"v":{{json}}}"""))).ToJsonString());
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("\u0001")]
    [InlineData("a\tb\r\nc")]
    [InlineData("\uffff\ufeff\u2028")]
    [InlineData("' or 1=1 --")]
    [InlineData("\\")]
    [InlineData("$1")]
    [InlineData("{0}")]
    public async Task Any_other_text_is_a_text_like_others(string text)
    {
        Assert.Equal("""{"article":null}""", (await database.DataAsync("query($v: String!) { article(by: { path: $v }) { id } }", new { v = text })).ToJsonString());
        Assert.Equal("""{"articles":{"totalCount":0}}""", (await database.DataAsync("query($v: String) { articles(where: { title: { endsWith: $v } }) { totalCount } }", new { v = text + "·" })).ToJsonString());
    }
}
