using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.Cli.Tests.Support;

namespace ContentApi.Cli.Tests.Freeze;

/// <summary>What is wrong with documents and variables is told, and nothing is written.</summary>
public sealed class FreezeFindingTests : IAsyncLifetime
{
    private const string One = "query One($slug: String!, $first: Int) { tag(by: { slug: $slug }) { name articles(first: $first) { totalCount } } }";

    private FreezeScene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await FreezeScene.CreateAsync();
        _scene.Article("a.md", "---\ntitle: A\ntags: [x, y]\ncover: a.png\n---\n");
        _scene.Article("a.png", "no picture");
        await _scene.ImportAsync();
        _scene.Document("good.graphql", "query Good { site { contentVersion } }");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData(null, null, "bad.graphql", "One requires $slug, and nothing says for which values it is frozen: write bad.variables.json, an array of objects such as { \"slug\": … }, or bad.variables.graphql, a query whose nodes are such objects.")]
    [InlineData("json", """[{ "slug": "x" }, { "first": 1 }]""", "bad.variables.json", "[1] lacks 'slug', which One requires.")]
    [InlineData("json", """[{ "slug": "x", "Slug": "y" }]""", "bad.variables.json", "[0] has 'Slug', which One does not declare.")]
    [InlineData("json", """[{ "slug": "x" }, "y"]""", "bad.variables.json", "[1] is no object.")]
    [InlineData("json", """{ "slug": "x" }""", "bad.variables.json", "It is no array of objects.")]
    [InlineData("json", "[{ \"slug\": \"x\" }", "bad.variables.json", "It is not JSON: …")]
    [InlineData("json", """[{ "slug": "x", "slug": "y" }]""", "bad.variables.json", "It is not JSON: …")]
    [InlineData("json", """[{ "slug": "\ud800" }]""", "bad.variables.json", """{ "slug": "\ud800" } holds half a surrogate pair.""")]
    [InlineData("json", """[{ "slug": 1 }]""", "bad.graphql", """One with {"slug":1} has errors: Variable '$slug' …(INVALID_VARIABLE)""")]
    [InlineData("graphql", "{ tags { nodes { slug } } }", "bad.variables.graphql", "It gives one page alone: declare '$after: String', pass it on as 'after: $after', and ask for 'pageInfo { hasNextPage endCursor }'.")]
    [InlineData("graphql", "query ($after: String) { tags(after: $after) { nodes { slug } pageInfo { hasNextPage } } }", "bad.variables.graphql", "It gives one page alone: …")]
    [InlineData("graphql", "query ($after: String) { tags(after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }", "bad.variables.graphql", "Node 0 has 'name', which One does not declare.")]
    [InlineData("graphql", "{ tags { nodes { slug } } articles { nodes { slug } } }", "bad.variables.graphql", "It is to ask for one list, and nothing else.")]
    [InlineData("graphql", "{ site { title } }", "bad.variables.graphql", "It is to ask for a list of objects, or for 'nodes' of a connection.")]
    [InlineData("graphql", "query A { tags { nodes { slug } } } query B { tags { nodes { slug } } }", "bad.variables.graphql", "It is to hold one query, and nothing else.")]
    [InlineData("graphql", "{ nothing { nodes { slug } } }", "bad.variables.graphql", "The query has errors: …(VALIDATION_FAILED)")]
    [InlineData("graphql", "{ tags {\n nodes { slug }", "bad.variables.graphql", "Line 2: …")]
    public async Task A_fault_of_variables_is_told_with_its_place(string? extension, string? variables, string file, string message)
    {
        _scene.Document("bad.graphql", One);
        if (extension is not null)
            _scene.Document($"bad.variables.{extension}", variables!);

        await ExpectAsync(file, message);
    }

    [Theory]
    [InlineData("x.graphql", "{ site { title } }", "x.graphql", "The query has no name, and its address needs one: write 'query Name' in front of it.")]
    [InlineData("x.graphql", "query X {\n site { }\n}", "x.graphql", "Line 2: …")]
    [InlineData("x.graphql", "query X { nothing }", "x.graphql", "X has errors: …(VALIDATION_FAILED)")]
    [InlineData("x.graphql", "query X { imports { totalCount } }", "x.graphql", "X has errors: …(FORBIDDEN)")]
    [InlineData("x.variables.json", "[]", "x.variables.json", "There is no document x.graphql beside it.")]
    [InlineData("deep/x.variables.graphql", "{ tags { nodes { slug } } }", "deep/x.variables.graphql", "There is no document deep/x.graphql beside it.")]
    [InlineData("...graphql", "query X { site { title } }", "...graphql", "Its name cannot stand in an address: rename it.")]
    [InlineData(".graphql", "query X { site { title } }", ".graphql", "Its name cannot stand in an address: rename it.")]
    public async Task A_fault_of_a_document_is_told_with_its_place(string name, string text, string file, string message)
    {
        _scene.Document(name, text);

        await ExpectAsync(file, message);
    }

    [Fact]
    public async Task All_that_files_tell_is_told_at_once_before_anything_is_asked()
    {
        _scene.Document("a.graphql", One);
        _scene.Document("b.graphql", "{ site { title } }");
        _scene.Document("c.graphql", One);
        _scene.Document("c.variables.json", """[{}, { "slug": 1 }, { "slug": "x", "f": 1 }]""");
        _scene.Document("d.graphql", One);
        _scene.Document("d.variables.json", "[]");
        _scene.Document("d.variables.graphql", "{ tags { nodes { slug } } }");

        var run = await _scene.FreezeAsync("--report", "json");

        var findings = JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("file").GetString());
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal(["a.graphql", "b.graphql", "c.variables.json", "c.variables.json", "d.graphql"], findings);
        Assert.Empty(_scene.Files);
    }

    [Fact]
    public async Task Mutations_and_subscriptions_are_left_out_with_a_line()
    {
        _scene.Document("like.graphql", "mutation Like { like } subscription Live { live }");

        var run = await _scene.FreezeAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("like.graphql: Like is a mutation: only queries are frozen.\nlike.graphql: Live is a subscription: only queries are frozen.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["good/Good.json"], _scene.NamedFiles);
    }

    [Fact]
    public async Task Pictures_want_to_know_where_they_are()
    {
        _scene.Document("images.graphql", "query Images { articles { nodes { cover { url } } } }");

        var run = await _scene.FreezeAsync();

        Assert.Equal(
            new CommandRun(2, "", "contentapi: images.graphql: an answer of Images holds addresses of pictures: say with --public-url under which address clients reach them.\n"), run);
        Assert.Equal((0, 4), ((await _scene.FreezeAsync("--public-url", "http://p.example")).ExitCode, _scene.Files.Count));
    }

    [Fact]
    public async Task Variables_that_no_address_can_hold_are_told()
    {
        _scene.Document("long.graphql", One);
        _scene.Document("long.variables.json", $$"""[{ "slug": "{{new string('x', 3_000)}}" }]""");

        await ExpectAsync("long.variables.json", "Variables of One are too long for an address: …");
    }

    [Fact]
    public async Task An_address_of_two_documents_is_told()
    {
        _scene.Document("a.graphql", "query B($x: Int!) { articles(first: $x) { totalCount } }");
        _scene.Document("a.variables.json", """[{ "x": 1 }]""");
        _scene.Document("a/B.graphql", "query eyJ4IjoxfQ { site { title } }");

        await ExpectAsync("a.graphql", "The address a/B/eyJ4IjoxfQ.json is also one of a/B.graphql: rename one of the files.");
    }

    private async Task ExpectAsync(string file, string message)
    {
        var run = await _scene.FreezeAsync();

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Matches($"^{Regex.Escape($"{file} error {message}").Replace("…", ".*", StringComparison.Ordinal)}$", run.Output.Split('\n')[0]);
        Assert.EndsWith(": nothing was written; 1 error\n", run.Output, StringComparison.Ordinal);
        Assert.Empty(_scene.Files);
        Assert.Empty(_scene.Leftovers);
    }
}
