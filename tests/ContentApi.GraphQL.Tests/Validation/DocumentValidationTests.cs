using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Validation;

/// <summary>The validation rules of the specification (section 5) hold, and operations are chosen by name (section 6.1).</summary>
public sealed class DocumentValidationTests(SampleDatabase database)
{
    [Theory]
    [InlineData("{ site { title } } type A { a: Int }", "5.1.1")]
    [InlineData("{ site { title } } extend schema @a", "5.1.1")]
    [InlineData("{ nope }", "5.3.1")]
    [InlineData("{ site { nope } }", "5.3.1")]
    [InlineData("{ node(id: \"a\") { title } }", "5.3.1")]
    [InlineData("{ site }", "5.3.3")]
    [InlineData("{ site { title { x } } }", "5.3.3")]
    [InlineData("{ site { title title: url } }", "5.3.2")]
    [InlineData("{ a: site { title } a: articles { totalCount } }", "5.3.2")]
    [InlineData("{ node(id: \"a\") { ... on Tag { id: name } id } }", "5.3.2")]
    [InlineData("{ node(id: \"a\") { ... on Tag { articles { totalCount } } ... on Tag { articles { totalCount: facets { locales { count } } } } } }", "5.3.2")]
    [InlineData("{ node(id: \"a\") { ... on Tag { x: name } ... on Category { x: depth } } }", "5.3.2")]
    [InlineData("{ ...A ...B } fragment A on Query { site { title } } fragment B on Query { site { title: url } }", "5.3.2")]
    [InlineData("{ articles(where: { slug: { in: [\"a\", \"b\"] } }) { totalCount } articles(where: { slug: { in: [\"a\"] } }) { totalCount } }", "5.3.2")]
    [InlineData("{ articles(first: 1) { totalCount } articles(first: 2) { totalCount } }", "5.3.2")]
    [InlineData("query($a: Int) { articles(first: 1) { totalCount } articles(first: $a) { totalCount } }", "5.3.2")]
    [InlineData("{ articles(nope: 1) { totalCount } }", "5.4.1")]
    [InlineData("{ articles(first: 1, first: 1) { totalCount } }", "5.4.2")]
    [InlineData("{ article { id } }", "5.4.2.1")]
    [InlineData("{ site { ...A ...A } } fragment A on Site { title } fragment A on Site { url }", "5.5.1.1")]
    [InlineData("{ site { ... on Nope { title } } }", "5.5.1.2")]
    [InlineData("{ site { ... on DateTime { title } } }", "5.5.1.3")]
    [InlineData("{ site { title } } fragment A on Site { title }", "5.5.1.4")]
    [InlineData("{ site { ...Nope } }", "5.5.2.1")]
    [InlineData("{ site { ...A } } fragment A on Site { ...A }", "5.5.2.2")]
    [InlineData("{ site { ...A } } fragment A on Site { ...B } fragment B on Site { title ... { ...C ...A } } fragment C on Site { title }", "5.5.2.2")]
    [InlineData("{ site { title } } fragment A on Article { related { article { ...A } } }", "5.5.2.2")]
    [InlineData("{ site { ... on Tag { id } } }", "5.5.2.3")]
    [InlineData("{ node(id: \"a\") { ... on Site { title } } }", "5.5.2.3")]
    [InlineData("{ site @nope { title } }", "5.7.1")]
    [InlineData("query @skip(if: true) { site { title } }", "5.7.2")]
    [InlineData("{ site @skip { title } }", "5.4.2.1")]
    [InlineData("{ site @skip(if: true) @skip(if: false) { title } }", "5.7.3")]
    [InlineData("query($a: Int, $a: Int) { articles(first: $a) { totalCount } }", "5.8.1")]
    [InlineData("query($a: Site) { site { title } }", "5.8.2")]
    [InlineData("query($a: Site = x) { articles(first: $a) { totalCount } }", "5.8.2")]
    [InlineData("query($a: [Node!] = [{ id: 1 }]) { site { title } }", "5.8.2")]
    [InlineData("{ articles(first: $a) { totalCount } }", "5.8.3")]
    [InlineData("query($a: Int) { site { title } }", "5.8.4")]
    [InlineData("query($a: String) { articles(first: $a) { totalCount } }", "5.8.5")]
    [InlineData("query($a: Int) { article(by: $a) { id } }", "5.8.5")]
    [InlineData("query($a: ID) { node(id: $a) { id } }", "5.8.5")]
    [InlineData("query($a: [Int]) { articles(first: $a) { totalCount } }", "5.8.5")]
    [InlineData("query($a: String) { articles(where: { title: { in: $a } }) { totalCount } }", "5.8.5")]
    [InlineData("query($a: Int!) { node(id: $a) { id } }", "5.8.5")]
    [InlineData("query($a: [Int!]!) { nodes(ids: $a) { id } }", "5.8.5")]
    [InlineData("query($a: [ID]!) { nodes(ids: $a) { id } }", "5.8.5")]
    [InlineData("query($a: [[ID!]!]!) { nodes(ids: $a) { id } }", "5.8.5")]
    [InlineData("query($a: Boolean!) { nodes(ids: [$a]) { id } }", "5.8.5")]
    [InlineData("query($a: [TagSortInput!]) { articles(order: $a) { totalCount } }", "5.8.5")]
    [InlineData("query($a: ID = null) { node(id: $a) { id } }", "5.8.5")]
    [InlineData("query($a: Int) { site { title @skip(if: $a) } }", "5.8.5")]
    [InlineData("query($a: String!) { ...F } fragment F on Query { articles(first: $a) { totalCount } }", "5.8.5")]
    [InlineData("query($a: SortEnumType) { articles(where: { title: { eq: $a } }) { totalCount } }", "5.8.5")]
    [InlineData("query($a: [String]) { article(by: { path: \"a\" }) { params(keys: $a) } }", "5.8.5")]
    [InlineData("query($a: Int = \"x\") { articles(first: $a) { totalCount } }", "5.6.1")]
    [InlineData("query A { site { title } } query A { site { url } }", "5.2.1.1")]
    [InlineData("{ site { title } } query A { site { url } }", "5.2.2.1")]
    public async Task A_broken_rule_is_named_by_its_section(string query, string rule)
    {
        var error = await database.ErrorAsync(query);

        Assert.Equal("VALIDATION_FAILED", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(rule, error["extensions"]!["rule"]?.GetValue<string>());
        Assert.True(error["locations"]![0]!["line"]!.GetValue<int>() == 1);
    }

    [Theory]
    [InlineData("{ node(id: \"a\") { ... on Tag { x: id } ... on Category { x: id } ... on Author { articles(first: 1) { totalCount } } } }")]
    [InlineData("{ node(id: \"a\") { ... on Tag { articles(first: 1) { totalCount } } ... on Author { articles(first: 2) { totalCount } } } }")]
    [InlineData("query($a: Int) { ...A ...A articles(first: $a) { nodes { id } } } fragment A on Query { articles(first: $a) { nodes { id } } }")]
    public async Task Fields_that_can_be_one_are_answered(string query) =>
        Assert.DoesNotContain("5.3.2", await database.RunAsync(query), StringComparison.Ordinal);

    [Theory]
    [InlineData("query($a: [String!]!) { article(by: { path: \"a\" }) { params(keys: $a) } }", """{"a":["x"]}""")]
    [InlineData("query($a: [String!]) { article(by: { path: \"a\" }) { params(keys: $a) } }", """{"a":["x"]}""")]
    [InlineData("query($a: String!) { article(by: { path: \"a\" }) { params(keys: [$a]) } }", """{"a":"x"}""")]
    [InlineData("query($a: [String!]!) { articles(where: { title: { in: $a } }) { totalCount } }", """{"a":["x"]}""")]
    [InlineData("query($a: [ID!]! = []) { nodes(ids: $a) { id } }", "{}")]
    [InlineData("query($a: [ID!] = []) { nodes(ids: $a) { id } }", "{}")]
    [InlineData("query($a: Int!) { articles(first: $a) { totalCount } }", """{"a":1}""")]
    [InlineData("query($a: Boolean) { articles(preview: $a) { totalCount } }", "{}")]
    [InlineData("query($a: [ArticleFilterInput!]!) { articles(where: { and: $a, or: $a }) { totalCount } }", """{"a":[]}""")]
    public async Task A_variable_may_be_stricter_than_its_place(string query, string variables) =>
        Assert.StartsWith("{\"data\":", await database.RunAsync(query, SampleDatabase.Json(variables)), StringComparison.Ordinal);

    [Theory]
    [InlineData("mutation { articles { totalCount } }")]
    [InlineData("mutation { __typename }")]
    [InlineData("mutation { nope }")]
    [InlineData("subscription { articles { totalCount } }")]
    [InlineData("subscription { __typename }")]
    public async Task Operations_that_the_schema_does_not_have_are_refused(string query) =>
        Assert.Equal("VALIDATION_FAILED", await database.ErrorCodeAsync(query));

    [Fact]
    public async Task Every_fault_of_a_document_is_told_up_to_fifty()
    {
        Assert.Equal(2, Errors(await database.RunAsync("{ nope site { neither } }")).Count);
        Assert.Equal(50, Errors(await database.RunAsync($"{{ {string.Join(' ', Enumerable.Range(0, 60).Select(n => $"nope{n}"))} }}")).Count);

        static JsonArray Errors(string body) => JsonNode.Parse(body)!["errors"]!.AsArray();
    }

    [Fact]
    public async Task A_syntax_error_has_its_place()
    {
        var error = await database.ErrorAsync("{\n  site {\n    title: }\n}");

        Assert.Equal("SYNTAX_ERROR", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("""[{"line":3,"column":12}]""", error["locations"]!.ToJsonString());
    }

    [Theory]
    [InlineData("A", """{"data":{"site":{"title":"A \"blog\""}}}""")]
    [InlineData("B", """{"data":{"site":{"defaultLocale":"zh-Hans"}}}""")]
    public async Task The_operation_is_chosen_by_name(string name, string expected) =>
        Assert.Equal(expected, await database.RunAsync("query A { site { title } } query B { site { defaultLocale } }", operationName: name));

    [Theory]
    [InlineData(null)]
    [InlineData("C")]
    [InlineData("a")]
    public async Task Without_the_name_of_an_operation_nothing_runs(string? name)
    {
        var body = await database.RunAsync("query A { site { title } } query B { site { defaultLocale } }", operationName: name);

        Assert.Contains("\"OPERATION_NOT_FOUND\"", body, StringComparison.Ordinal);
    }
}
