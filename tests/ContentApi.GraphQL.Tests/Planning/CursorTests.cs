using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.GraphQL.Planning;
using CsCheck;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>A cursor is good for its own list, filter and order; whatever else is sent as one is refused before the database sees it.</summary>
public sealed class CursorTests(SampleDatabase database)
{
    // JSON values in place of a sort key; each is fit for no type, or for some.
    private static readonly string[] Keys =
    [
        "null", "1", "true", "[]", "{}", "[\"a\"]", "1e400", "\"\"", "\" \"", "\"a\"", "\"\\u0000\"", "\"\\ud800\"", "\"😀\"", "\"'; drop table article\"",
        "\"NaN\"", "\"nan\"", "\"Infinity\"", "\"-Infinity\"", "\"∞\"", "\"infinity\"", "\"-infinity\"", "\"0\"", "\"-0\"", "\"1e400\"", "\"1e-400\"", "\"-1e-400\"", "\"0.0e-400\"",
        "\"1E5\"", "\" 1 \"", "\"+1\"", "\"1\\n\"", "\"0x10\"", "\"1_000\"", "\"1,000\"", "\"(1)\"", "\"１\"", "\"٢\"", "\"1.\"", "\".5\"", "\"4.9e-324\"", "\"1e308\"",
        "\"9223372036854775807\"", "\"9223372036854775808\"", "\"-9223372036854775808\"", "\"-9223372036854775809\"", "\"00000000000000000000000001\"",
        "\"2026-01-01\"", "\"2026-01-01 00:00:00+00\"", "\"2026-01-01 00:00:00+00\\n\"", "\"2026-01-01 00:00:00.123456+00\"", "\"2026-01-01 00:00:00+08\"", "\"2026-02-30 00:00:00+00\"",
        "\"0000-01-01 00:00:00+00\"", "\"0001-01-01 00:00:00+00\"", "\"9999-12-31 23:59:59.999999+00\"", "\"2026-01-01 24:00:00+00\"", "\"2026-01-01 00:00:60+00\"", "\"0044-03-15 00:00:00+00 BC\"",
        "\"２０２６-01-01 00:00:00+00\"", "\"now\"", "\"epoch\"",
        "\"00000006-0000-0000-0000-000000000001\"", "\"0x000006-0000-0000-0000-000000000001\"", "\"+0000006-0000-0000-0000-000000000001\"", "\"00000006-0000-0000-0000-0x0000000001\"",
        "\"{00000006-0000-0000-0000-000000000001}\"", "\"00000006000000000000000000000001\"", "\"0000000A-0000-0000-0000-000000000001\"", "\" 00000006-0000-0000-0000-000000000001\"",
    ];

    public static TheoryData<string> Orders => [.. PagedList.All[0].Orders];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_forged_sort_key_is_refused_or_taken_and_never_fails_in_the_database(string order)
    {
        // The last key is the same for all orders.
        var real = Decode((await PageAsync(order, null)).Cursors[3]);
        foreach (var position in order == "publishedAt" ? [1, 2] : new[] { 1 })
        {
            foreach (var key in Keys)
            {
                var members = real.Select(member => member!.ToJsonString()).ToArray();
                members[position] = key;
                await CheckAsync(order, Encode($"[{string.Join(',', members)}]"));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("*")]
    [InlineData("====")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    [InlineData("W251bGxd")]
    [InlineData("e30=")]
    [InlineData("WyJhIl0=")]
    [InlineData("gICA")]
    [InlineData("😀")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        foreach (var argument in new[] { "after", "before" })
        {
            var error = await database.ErrorAsync($"query($c: String) {{ x: articles({argument}: $c) {{ nodes {{ id }} }} }}", new { c = cursor });

            Assert.Equal("INVALID_CURSOR", error["extensions"]!["code"]!.GetValue<string>());
            Assert.Equal("""["x"]""", error["path"]!.ToJsonString());
            Assert.Contains($"'{argument}'", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cursor_with_more_or_fewer_keys_or_written_twice_is_refused()
    {
        var cursor = (await PageAsync("title", null)).Cursors[0];
        var real = Decode(cursor).ToJsonString();

        foreach (var forged in new[] { $"{real[..^1]},\"x\"]", "[" + real[1..real.LastIndexOf(',')] + "]", real + real, $"[{real}]", real[1..^1] })
        {
            Assert.Equal("INVALID_CURSOR", await CodeAsync("title", Encode(forged)));
        }

        Assert.Equal("INVALID_CURSOR", await CodeAsync("title", cursor + cursor));
    }

    [Fact]
    public void Reading_never_fails_and_gives_only_keys_that_fit() =>
        Gen.Select(Gen.String, Gen.OneOf(Keys).Array[0, 3], Gen.OneOf(Enum.GetValues<SortKeyType>())).Sample((noise, keys, type) =>
        {
            Assert.Null(Cursor.Read(noise, "f", [type]));
            var read = Cursor.Read(Encode($"[\"f\",{string.Join(',', keys)}]"), "f", [.. keys.Select(_ => type)]);
            Assert.True(read is null || read.Count == keys.Length);
        });

    [Fact]
    public async Task A_cursor_of_another_list_filter_or_order_is_refused()
    {
        // Every variant of the first list differs from every other in one thing that a cursor is bound to.
        string[] lists =
        [
            "articles({0})", "articles({0}, where: {{ slug: {{ eq: \"s1\" }} }})", "articles({0}, where: {{ slug: {{ eq: \"s2\" }} }})", "articles({0}, where: {{ slug: {{ neq: \"s1\" }} }})",
            "articles({0}, where: {{ title: {{ eq: null }} }})", "articles({0}, order: {{ publishedAt: ASC }})", "articles({0}, order: {{ updatedAt: DESC }})",
            "tag(by: {{ slug: \"walks\" }}) {{ articles({0}) }}", "author(by: {{ slug: \"ann\" }}) {{ articles({0}) }}", "category(by: {{ path: \"新闻\" }}) {{ articles({0}) }}",
            "category(by: {{ path: \"新闻/tech\" }}) {{ articles({0}, includeDescendants: false) }}", "image(by: {{ contentHash: \"b0\" }}) {{ articles({0}) }}",
            "article(by: {{ path: \"/posts/000\" }}) {{ images({0}) }}", "article(by: {{ path: \"/posts/000\" }}) {{ images({0}, roles: INLINE) }}",
            "tags({0})", "authors({0})", "categories({0})", "images({0})",
        ];
        foreach (var source in lists)
        {
            var body = await database.DataAsync(Query(source, "first: 1"));
            var cursor = Find(body, "endCursor");
            foreach (var target in lists.Where(_ => cursor is not null))
            {
                var answer = await database.RunAsync(Query(target, "after: $c"), new { c = cursor });
                Assert.True(answer.Contains("INVALID_CURSOR", StringComparison.Ordinal) == (source != target), $"{source} → {target}: {answer}");
            }
        }

        static string Query(string list, string page)
        {
            var text = string.Format(null, list, page).Replace(") }", ") { pageInfo { endCursor } } }", StringComparison.Ordinal);
            return $"query{(page.Contains('$', StringComparison.Ordinal) ? "($c: String)" : string.Empty)} {{ {(text.EndsWith('}') ? text : text + " { pageInfo { endCursor } }")} }}";
        }
    }

    [Fact]
    public async Task A_cursor_is_good_whatever_the_page_the_alias_and_the_way_the_filter_is_written()
    {
        var first = await database.DataAsync("{ articles(first: 2, where: { slug: { eq: \"s1\" } }, order: { title: ASC }) { pageInfo { endCursor } } }");
        var cursor = Find(first, "endCursor");

        var second = await database.DataAsync(
            "query($c: String, $w: ArticleFilterInput, $o: [ArticleSortInput!]) { other: articles(last: 3, after: $c, where: $w, order: $o) { totalCount nodes { path } } }",
            SampleDatabase.Json($$"""{"c":"{{cursor}}","w":{"slug":{"eq":"s1"} },"o":[{"title":"ASC"}]}"""));

        Assert.Equal("""["/posts/011","/posts/016","/posts/021"]""", new JsonArray([.. second["other"]!["nodes"]!.AsArray().Select(node => node!["path"]!.DeepClone())]).ToJsonString());
    }

    private static string? Find(JsonNode? node, string name) => node switch
    {
        JsonObject members when members.ContainsKey(name) => members[name]?.GetValue<string>(),
        JsonObject members => members.Select(member => Find(member.Value, name)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static JsonArray Decode(string cursor) => JsonNode.Parse(Convert.FromBase64String(cursor))!.AsArray();

    private static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    private async Task CheckAsync(string order, string cursor)
    {
        var code = await CodeAsync(order, cursor);
        Assert.True(code is null or "INVALID_CURSOR", $"{Encoding.UTF8.GetString(Convert.FromBase64String(cursor))}: {code}");
    }

    private async Task<string?> CodeAsync(string order, string cursor)
    {
        var list = PagedList.All[0];
        var body = await database.RunAsync(list.Query, PagedList.Variables([(order, false)], first: 2, after: cursor));
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }

    private async Task<Page> PageAsync(string order, string? after) =>
        PagedList.Read(await database.DataAsync(PagedList.All[0].Query, PagedList.Variables([(order, false)], first: 10, after: after)));
}
