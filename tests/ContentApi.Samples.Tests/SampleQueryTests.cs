using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.TestSupport;

namespace ContentApi.Samples.Tests;

/// <summary>The operations of <c>schema/operations</c>, run as they stand there on the sample content.</summary>
public sealed class SampleQueryTests(SampleSite site)
{
    private const int LongestText = 300;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => SampleQuery.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_query_gives_its_approved_answer(string name)
    {
        var query = new SampleQuery(name);

        var answer = await site.RunAsync(query.Text, isEditor: query.IsForEditors);

        Approved.Check(Shorten(answer)!.ToJsonString(Indented), name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_query_finds_something_for_every_part_of_a_page(string name)
    {
        var query = new SampleQuery(name);

        var data = await site.DataAsync(query.Text, isEditor: query.IsForEditors);

        Assert.All(data.AsObject(), field => Assert.NotNull(field.Value));

        // The sample content is in order.
        Assert.Equal(name == "last-import" ? ["$.data.imports.nodes[0].diagnostics.nodes"] : [], EmptyLists(data));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_query_is_one_statement(string name)
    {
        var query = new SampleQuery(name);
        using var log = new StatementLog();

        await site.DataAsync(query.Text, isEditor: query.IsForEditors);

        Assert.Single(log.Statements);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_query_says_which_page_of_a_site_needs_it(string name)
    {
        var query = new SampleQuery(name);
        var comment = query.Text.Split('\n').TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).ToList();

        Assert.InRange(comment.Count, 1, 2);
        Assert.StartsWith($"query {query.OperationName}", query.Text.Split('\n')[comment.Count], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_editors_is_refused_to_others_and_nothing_else_is()
    {
        foreach (var query in Names.Select(name => new SampleQuery(name.Data)))
        {
            var code = (await site.RunAsync(query.Text))["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>();

            Assert.Equal(query.IsForEditors ? "FORBIDDEN" : null, code);
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_until_every_article_was_seen()
    {
        var query = new SampleQuery("next-page");
        var (paths, after) = (new List<string>(), default(string));
        do
        {
            var page = (await site.DataAsync(query.Text, new { after }))["articles"]!;
            paths.AddRange(page["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()));
            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);

        var total = await site.DataAsync("{ articles { totalCount } }");
        Assert.Equal(total["articles"]!["totalCount"]!.GetValue<int>(), paths.Count);
        Assert.Equal(paths.Count, paths.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_sitemap_lists_every_path_and_every_tag()
    {
        var query = new SampleQuery("sitemap");
        var (paths, tags, after, tagsAfter, hasNext) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), default(string), default(string), true);
        while (hasNext)
        {
            var data = await site.DataAsync(query.Text, new { after, tagsAfter });
            paths.UnionWith(data["articles"]!["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>()));
            tags.UnionWith(data["tags"]!["nodes"]!.AsArray().Select(node => node!["slug"]!.GetValue<string>()));
            after = data["articles"]!["pageInfo"]!["endCursor"]?.GetValue<string>() ?? after;
            tagsAfter = data["tags"]!["pageInfo"]!["endCursor"]?.GetValue<string>() ?? tagsAfter;
            hasNext = new[] { "articles", "tags" }.Any(list => data[list]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        }

        var total = await site.DataAsync("{ articles(where: { kind: {} }) { totalCount } tags { totalCount } }");
        Assert.Equal(total["articles"]!["totalCount"]!.GetValue<int>(), paths.Count);
        Assert.Equal(total["tags"]!["totalCount"]!.GetValue<int>(), tags.Count);
        Assert.Contains("/about", paths);
    }

    [Fact]
    public void No_approved_answer_is_left_over()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.Samples.Tests");
        var approved = Directory.EnumerateFiles(folder, "*.approved.txt").Select(path => Path.GetFileName(path).Split('.')[1]);

        Assert.Equal(Names.Select(name => name.Data), approved.Order(StringComparer.Ordinal));
    }

    // The text of twenty articles is nothing that a person reads through in a change; how it begins and how long it is tells enough.
    private static JsonNode? Shorten(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > LongestText => $"{string.Concat(text.EnumerateRunes().Take(LongestText))}… ({text.Length})",
        JsonArray items => new JsonArray([.. items.Select(Shorten)]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Shorten(member.Value)))),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<string> EmptyLists(JsonNode? node) => node switch
    {
        JsonArray { Count: 0 } => [node.GetPath()],
        JsonArray items => items.SelectMany(EmptyLists),
        JsonObject members => members.SelectMany(member => EmptyLists(member.Value)),
        _ => [],
    };
}
