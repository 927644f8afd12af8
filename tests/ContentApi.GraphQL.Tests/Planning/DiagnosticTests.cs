using System.Text.Json.Nodes;
using ContentApi.TestSupport;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary><c>diagnostics</c> and <c>imports</c>: for editors alone, and what they say.</summary>
public sealed class DiagnosticTests(SampleDatabase database)
{
    private const string DiagnosticId = "RGlhZ25vc3RpYzoAAAAIAAAAAAAAAAAAAAAA";
    private const string ImportId = "SW1wb3J0OgAAAAcAAAAAAAAAAAAAAAM=";

    [Theory]
    [InlineData("{ diagnostics { totalCount } }", "diagnostics", 3)]
    [InlineData("{ imports { nodes { id } } }", "imports", 3)]
    [InlineData("{ site { title } a: imports { totalCount } }", "a", 18)]
    [InlineData("{ ...F } fragment F on Query { x: diagnostics { __typename } }", "x", 32)]
    [InlineData($"{{ node(id: \"{DiagnosticId}\") {{ id }} }}", "node", 3)]
    [InlineData($"{{ n: node(id: \"{ImportId}\") {{ __typename }} }}", "n", 3)]
    [InlineData($"{{ nodes(ids: [\"QXJ0aWNsZTpAAAAA\", \"{ImportId}\"]) {{ id }} }}", "nodes", 3)]
    public async Task Others_are_refused_before_the_database_is_asked_also_after_an_editor_was_not(string query, string path, int column)
    {
        await database.RunAsync(query, isEditor: true);
        using var log = new StatementLog();

        var error = await database.ErrorAsync(query);

        Assert.Empty(log.Statements);
        Assert.Equal("FORBIDDEN", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal($"[\"{path}\"]", error["path"]!.ToJsonString());
        Assert.Equal(column, error["locations"]![0]!["column"]!.GetValue<int>());
        Assert.Null(JsonNode.Parse(await database.RunAsync(query, isEditor: true))!["errors"]);
    }

    [Theory]
    [InlineData("{ diagnostics @include(if: false) { totalCount } }", "{}")]
    [InlineData("{ node(id: \"VGFnOgAAAAMAAAAAAAAAAAAAAAA=\") { ... on Diagnostic { message } ... on Tag { slug } } }", """{"node":{"slug":"c-sharp"}}""")]
    [InlineData("{ __type(name: \"Diagnostic\") { name } }", """{"__type":{"name":"Diagnostic"}}""")]
    public async Task What_only_speaks_of_them_is_answered(string query, string expected) =>
        Assert.Equal(expected, (await database.DataAsync(query)).ToJsonString());

    [Fact]
    public async Task Findings_come_by_path_and_place_page_by_page()
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await EditorAsync("query($after: String) { diagnostics(first: 1, after: $after) { nodes { path code } pageInfo { hasNextPage endCursor } totalCount } }", new { after }))["diagnostics"]!;
            Assert.Equal(4, page["totalCount"]!.GetValue<int>());
            seen.Add($"{page["nodes"]![0]!["path"]} {page["nodes"]![0]!["code"]}");
            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);

        Assert.Equal(["_posts/003.md UNREADABLE_DATE", "_posts/003.md ASSUMED_ZONE", "_posts/100.md INVALID_YAML", "a \"b\".md NOT_UTF8"], seen);
    }

    [Theory]
    [InlineData("severity: ERROR", "INVALID_YAML NOT_UTF8")]
    [InlineData("severity: null", "UNREADABLE_DATE ASSUMED_ZONE INVALID_YAML NOT_UTF8")]
    [InlineData("code: { in: [\"NOT_UTF8\", \"ASSUMED_ZONE\"] }", "ASSUMED_ZONE NOT_UTF8")]
    [InlineData("path: { startsWith: \"_posts/\" }, severity: WARNING", "UNREADABLE_DATE")]
    [InlineData("importId: \"SW1wb3J0OgAAAAcAAAAAAAAAAAAAAAE=\"", "NOT_UTF8")]
    [InlineData("importId: \"none\"", "")]
    [InlineData("source: { eq: \"blog\" }, severity: INFO", "ASSUMED_ZONE")]
    [InlineData("source: { neq: \"blog\" }", "")]
    public async Task Findings_are_filtered(string where, string expected)
    {
        var data = await EditorAsync($"{{ diagnostics(where: {{ {where} }}) {{ nodes {{ code }} totalCount }} }}");

        var codes = data["diagnostics"]!["nodes"]!.AsArray().Select(node => node!["code"]!.GetValue<string>()).ToList();
        Assert.Equal(expected, string.Join(' ', codes));
        Assert.Equal(codes.Count, data["diagnostics"]!["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_finding_leads_to_its_article_though_that_is_a_draft_and_to_nothing_where_there_is_none()
    {
        var data = await EditorAsync("{ diagnostics(where: { severity: ERROR }) { nodes { article { path status tags { articles(first: 0) { totalCount } } } } } }");

        Assert.Equal("""[{"article":{"path":"/posts/100","status":"DRAFT","tags":[{"articles":{"totalCount":5}}]}},{"article":null}]""", data["diagnostics"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task Imports_come_newest_first_page_by_page_with_what_each_found()
    {
        var first = (await EditorAsync("{ imports(first: 3) { nodes { version state diagnostics { totalCount } } pageInfo { endCursor hasNextPage } } }"))["imports"]!;
        var second = await EditorAsync("query($after: String) { imports(first: 3, after: $after) { nodes { version diagnostics { nodes { code } } } pageInfo { hasNextPage hasPreviousPage } } }", new { after = first["pageInfo"]!["endCursor"]!.GetValue<string>() });

        Assert.Equal("""[{"version":3,"state":"SUCCEEDED","diagnostics":{"totalCount":3}},{"version":2,"state":"ROLLED_BACK","diagnostics":{"totalCount":0}},{"version":1,"state":"SUCCEEDED","diagnostics":{"totalCount":1}}]""", first["nodes"]!.ToJsonString());
        Assert.True(first["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        Assert.Equal("""{"imports":{"nodes":[{"version":0,"diagnostics":{"nodes":[]}}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}""", second.ToJsonString());
    }

    [Fact]
    public async Task An_editor_fetches_both_again_by_their_ids()
    {
        var data = await EditorAsync($"{{ nodes(ids: [\"{ImportId}\", \"{DiagnosticId}\", \"none\"]) {{ __typename id ... on Import {{ failed }} ... on Diagnostic {{ line }} }} }}");

        Assert.Equal(
            $$"""[{"__typename":"Import","id":"{{ImportId}}","failed":63},{"__typename":"Diagnostic","id":"{{DiagnosticId}}","line":1},null]""",
            data["nodes"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{ diagnostics(first: 51) { totalCount } }", "PAGE_SIZE_EXCEEDED")]
    [InlineData("{ imports(first: -1) { totalCount } }", "INVALID_ARGUMENT")]
    [InlineData("{ imports(after: \"x\") { nodes { id } } }", "INVALID_CURSOR")]
    [InlineData("{ imports { nodes { diagnostics(first: 51) { totalCount } } } }", "PAGE_SIZE_EXCEEDED")]
    [InlineData("{ diagnostics(where: { severity: FATAL }) { totalCount } }", "VALIDATION_FAILED")]
    public async Task The_limits_are_those_of_every_list(string query, string code) => Assert.Equal(code, await database.ErrorCodeAsync(query, isEditor: true));

    [Fact]
    public async Task A_cursor_of_another_filter_is_refused()
    {
        var cursor = (await EditorAsync("{ diagnostics(first: 1) { pageInfo { endCursor } } }"))["diagnostics"]!["pageInfo"]!["endCursor"]!.GetValue<string>();

        Assert.Equal("INVALID_CURSOR", await database.ErrorCodeAsync("query($c: String) { diagnostics(after: $c, where: { severity: ERROR }) { nodes { id } } }", new { c = cursor }, isEditor: true));
    }

    private Task<JsonNode> EditorAsync(string query, object? variables = null) => database.DataAsync(query, variables, isEditor: true);
}
