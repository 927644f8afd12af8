using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Inputs;

/// <summary>Variables that are absent, null or defaulted, at the places where they are used (specification, sections 5.8 and 6.1.2).</summary>
public sealed class VariableTests(SampleDatabase database)
{
    [Theory]
    [InlineData("{}", 2)]
    [InlineData("""{"n":3}""", 3)]
    [InlineData("""{"n":null}""", 10)]
    public async Task An_explicit_null_beats_a_default(string variables, int expected)
    {
        var data = await database.DataAsync("query($n: Int = 2) { articles(first: $n) { nodes { id } } }", SampleDatabase.Json(variables));

        Assert.Equal(expected, data["articles"]!["nodes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"all":null}""", true)]
    [InlineData("""{"all":true}""", true)]
    [InlineData("""{"all":false}""", false)]
    public async Task An_absent_variable_leaves_the_default_of_the_argument(string variables, bool withDescendants)
    {
        const string Query = """query($all: Boolean) { category(by: { path: "新闻" }) { articleCount(includeDescendants: $all) } }""";

        var data = await database.DataAsync(Query, SampleDatabase.Json(variables));

        Assert.Equal(withDescendants, data["category"]!["articleCount"]!.GetValue<int>() > 0);
    }

    [Theory]
    [InlineData("query($v: ID!) { node(id: $v) { id } }", "{}")]
    [InlineData("query($v: ID!) { node(id: $v) { id } }", """{"v":null}""")]
    [InlineData("query($v: ID = \"x\") { node(id: $v) { id } }", """{"v":null}""")]
    [InlineData("query($v: [ID!] = \"x\") { nodes(ids: $v) { id } }", """{"v":null}""")]
    [InlineData("query($v: Boolean = true) { site { title @include(if: $v) } }", """{"v":null}""")]
    [InlineData("query($v: Boolean = false) { site { title @skip(if: $v) } }", """{"v":null}""")]
    [InlineData("query($v: ArticleSortInput = {title: ASC}) { articles(order: [$v]) { totalCount } }", """{"v":null}""")]
    public async Task A_null_where_a_value_is_needed_is_refused(string query, string variables) =>
        Assert.Equal("INVALID_VARIABLE", await database.ErrorCodeAsync(query, SampleDatabase.Json(variables)));

    [Theory]
    [InlineData("query($v: ID) { article(by: { id: $v }) { id } }", "{}")]
    [InlineData("query($v: ID) { article(by: { id: $v }) { id } }", """{"v":null}""")]
    [InlineData("query($v: String, $w: String) { article(by: { path: $v, sourcePath: $w }) { id } }", """{"v":"/a","w":"b"}""")]
    [InlineData("query($v: String) { article(by: { slug: { slug: $v } }) { id } }", "{}")]
    public async Task Exactly_one_key_is_asked_for_also_when_variables_bring_it(string query, string variables) =>
        Assert.Contains(await database.ErrorCodeAsync(query, SampleDatabase.Json(variables)), new[] { "VALIDATION_FAILED", "INVALID_ARGUMENT" });

    [Theory]
    [InlineData("query($v: String = \"/posts/000\") { article(by: { path: $v }) { path } }")]
    [InlineData("query($v: ArticleByInput = { path: \"/posts/000\" }) { article(by: $v) { path } }")]
    [InlineData("query($v: String! = \"/posts/000\") { article(by: { path: $v }) { path } }")]
    public async Task A_default_is_used_like_a_value(string query)
    {
        var answer = await database.RunAsync(query);

        Assert.True(
            answer == """{"data":{"article":{"path":"/posts/000"}}}""" || answer.Contains("VALIDATION_FAILED", StringComparison.Ordinal),
            answer);
    }

    [Fact]
    public async Task A_default_with_lists_and_objects_is_used_like_a_value()
    {
        const string Query = """
            query($where: ArticleFilterInput = { path: { in: ["/posts/001", "/posts/000"] } }, $order: [ArticleSortInput!] = { slug: DESC }) {
              articles(where: $where, order: $order) { nodes { path } }
            }
            """;

        Assert.Equal("""{"data":{"articles":{"nodes":[{"path":"/posts/001"},{"path":"/posts/000"}]}}}""", await database.RunAsync(Query));
    }

    [Fact]
    public async Task The_fault_says_where_the_variable_is_declared()
    {
        var error = await database.ErrorAsync("query(\n  $n: Int!) { articles(first: $n) { totalCount } }", new { n = "5" });

        Assert.Equal("""[{"line":2,"column":3}]""", error["locations"]!.ToJsonString());
        Assert.Equal("Variable '$n' is no value of type 'Int': expected a whole number from -2147483648 to 2147483647.", error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_whole_number_written_with_a_point_is_also_good_beside_introspection()
    {
        var data = await database.DataAsync(
            "query($n: Int!) { __schema { queryType { name } } articles(first: $n) { nodes { __typename } } }",
            SampleDatabase.Json("""{"n":1.0}"""));

        Assert.Equal("""{"__schema":{"queryType":{"name":"Query"}},"articles":{"nodes":[{"__typename":"Article"}]}}""", data.ToJsonString());
    }

    [Fact]
    public async Task A_variable_names_the_type_to_introspect()
    {
        const string Query = "query($t: String!, $more: Boolean = true) { __type(name: $t) { name kind @include(if: $more) } }";

        Assert.Equal("""{"data":{"__type":{"name":"Tag","kind":"OBJECT"}}}""", await database.RunAsync(Query, new { t = "Tag" }));
        Assert.Equal("""{"data":{"__type":{"name":"Author"}}}""", await database.RunAsync(Query, new { t = "Author", more = false }));
        Assert.Equal("""{"data":{"__type":null}}""", await database.RunAsync(Query, new { t = "Nobody" }));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(62)]
    public async Task Variables_deeper_than_the_limit_are_refused(int depth)
    {
        var where = string.Concat(Enumerable.Repeat("""{"not":""", depth)) + "{}" + new string('}', depth);

        Assert.Equal("INPUT_TOO_LARGE", await database.ErrorCodeAsync("query($w: ArticleFilterInput) { articles(where: $w) { totalCount } }", SampleDatabase.Json($$"""{"w":{{where}}}""")));
    }

    [Fact]
    public async Task Variables_with_more_values_than_the_limit_are_refused()
    {
        var paths = new JsonArray([.. Enumerable.Range(0, 2_000).Select(n => JsonValue.Create($"/{n}"))]);

        Assert.Equal("INPUT_TOO_LARGE", await database.ErrorCodeAsync("query($p: [String]) { articles(where: { path: { in: $p } }) { totalCount } }", new { p = paths }));
    }
}
