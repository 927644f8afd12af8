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
