namespace ContentApi.GraphQL.Tests.Inputs;

/// <summary>Values written into the document.</summary>
public sealed class LiteralTests(SampleDatabase database)
{
    [Theory]
    [InlineData("articles(first: \"5\") { totalCount }")]
    [InlineData("articles(first: 1.0) { totalCount }")]
    [InlineData("articles(first: 2147483648) { totalCount }")]
    [InlineData("articles(first: true) { totalCount }")]
    [InlineData("articles(first: [1]) { totalCount }")]
    [InlineData("articles(after: 5) { totalCount }")]
    [InlineData("articles(preview: \"true\") { totalCount }")]
    [InlineData("articles(order: { title: asc }) { totalCount }")]
    [InlineData("articles(order: { title: \"ASC\" }) { totalCount }")]
    [InlineData("articles(order: [null]) { totalCount }")]
    [InlineData("articles(where: { nope: 1 }) { totalCount }")]
    [InlineData("articles(where: []) { totalCount }")]
    [InlineData("articles(where: { title: \"x\" }) { totalCount }")]
    [InlineData("articles(where: { publishedAt: { gt: \"2021-01-01\" } }) { totalCount }")]
    [InlineData("articles(where: { publishedAt: { gt: 2021 } }) { totalCount }")]
    [InlineData("articles(where: { title: { eq: \"a\", eq: \"b\" } }) { totalCount }")]
    [InlineData("article(by: null) { id }")]
    [InlineData("article(by: { slug: { locale: \"en\" } }) { id }")]
    [InlineData("node(id: 1.5) { id }")]
    [InlineData("node(id: null) { id }")]
    [InlineData("nodes(ids: [null]) { id }")]
    public async Task A_literal_of_the_wrong_type_fails_validation(string field) =>
        Assert.Equal("VALIDATION_FAILED", await database.ErrorCodeAsync($"{{ {field} }}"));

    [Theory]
    [InlineData("articles(first: 5, after: null, before: null, where: null, order: null, preview: null) { totalCount }", 24)]
    [InlineData("articles(where: {}, order: []) { totalCount }", 24)]
    [InlineData("articles(where: { and: [], or: [], not: null, title: {}, slug: null }) { totalCount }", 24)]
    [InlineData("articles(where: { and: { wordCount: { in: 0 } } }) { totalCount }", 4)]
    [InlineData("articles(where: { publishedAt: { lt: \"2026-01-02T00:00:00+08:00\" } }) { totalCount }", 3)]
    public async Task Null_empty_and_single_literals_are_good(string field, int count)
    {
        var data = await database.DataAsync($"{{ {field} }}");

        Assert.Equal(count, data["articles"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("article(by: {}) { id }", "INVALID_ARGUMENT")]
    [InlineData("article(by: { id: null }) { id }", "INVALID_ARGUMENT")]
    [InlineData("article(by: { id: \"a\", path: \"b\" }) { id }", "INVALID_ARGUMENT")]
    [InlineData("articles(first: -1) { totalCount }", "INVALID_ARGUMENT")]
    [InlineData("articles(last: -2147483648) { totalCount }", "INVALID_ARGUMENT")]
    [InlineData("articles(first: 1, last: 1) { totalCount }", "INVALID_ARGUMENT")]
    [InlineData("articles(first: 51) { totalCount }", "PAGE_SIZE_EXCEEDED")]
    [InlineData("articles(last: 2147483647) { totalCount }", "PAGE_SIZE_EXCEEDED")]
    [InlineData("article(by: { path: \"/\" }) { excerpt(maxLength: 0) }", "INVALID_ARGUMENT")]
    [InlineData("article(by: { path: \"/\" }) { excerpt(maxLength: 2147483647) }", "INVALID_ARGUMENT")]
    [InlineData("article(by: { path: \"/\" }) { tableOfContents(maxDepth: 7) { id } }", "INVALID_ARGUMENT")]
    [InlineData("categoryTree(maxDepth: 0) { id }", "INVALID_ARGUMENT")]
    [InlineData("categoryTree(maxDepth: 33) { id }", "INVALID_ARGUMENT")]
    public async Task A_value_that_cannot_be_used_is_refused_with_the_path_of_the_field(string field, string code)
    {
        var error = await database.ErrorAsync($"{{ x: {field} }}");

        Assert.Equal(code, error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("x", error["path"]![0]!.GetValue<string>());
        Assert.NotNull(error["locations"]);
    }
}
