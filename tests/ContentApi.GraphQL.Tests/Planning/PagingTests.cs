using ContentApi.GraphQL.Schema;
using CsCheck;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Relay's Cursor Connections Specification, for every connection, order and page size.</summary>
public sealed class PagingTests(SampleDatabase database)
{
    public static TheoryData<int> Lists => [.. Enumerable.Range(0, PagedList.All.Count)];

    [Fact]
    public void Every_list_of_the_schema_is_paged()
    {
        var lists = ContentSchema.Definitions.Definitions.OfType<GraphQLObjectTypeDefinition>()
            .SelectMany(type => type.Fields!.Where(field => field.Arguments?.Any(argument => argument.Name.StringValue == "before") ?? false).Select(field => $"{type.Name.StringValue}.{field.Name.StringValue}"));

        // A bucket is not found by a key; ArchiveTests page through it.
        Assert.Equal(lists.Except(["ArchiveBucket.articles"]).Order(StringComparer.Ordinal), PagedList.All.Select(list => list.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_forwards_are_the_list(int index)
    {
        var list = PagedList.All[index];
        foreach (var (order, number) in list.SomeOrders.Select((order, number) => (order, number)))
        {
            var size = 5 + (number % 5);
            var whole = await WholeAsync(list, order);
            var (start, after) = (0, default(string));
            while (true)
            {
                var page = await RunAsync(list, order, first: size, after: after);

                CheckPage(whole, page, start, Math.Min(start + size, whole.Ids.Count));
                (start, after) = (start + size, page.End);
                if (!page.HasNext)
                {
                    break;
                }
            }

            Assert.True(start >= whole.Ids.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_backwards_are_the_list(int index)
    {
        var list = PagedList.All[index];
        foreach (var (order, number) in list.SomeOrders.Select((order, number) => (order, number)))
        {
            var size = 5 + (number % 5);
            var whole = await WholeAsync(list, order);
            var (end, before) = (whole.Ids.Count, default(string));
            while (true)
            {
                var page = await RunAsync(list, order, last: size, before: before);

                CheckPage(whole, page, Math.Max(end - size, 0), end);
                (end, before) = (end - size, page.Start);
                if (!page.HasPrevious)
                {
                    break;
                }
            }

            Assert.True(end <= 0);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_between_two_cursors_is_the_part_between_them(int index)
    {
        var list = PagedList.All[index];
        await Gen.Select(Order(list), Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 6], Gen.Bool).SampleAsync(
            async (order, from, to, size, isForward) =>
            {
                var whole = await WholeAsync(list, order);
                var (after, before) = (from % whole.Ids.Count, to % whole.Ids.Count);
                var (start, end) = (after + 1, Math.Max(before, after + 1));
                (start, end) = isForward ? (start, Math.Min(end, start + size)) : (Math.Max(start, end - size), end);

                var page = await RunAsync(list, order, isForward ? size : null, whole.Cursors[after], isForward ? null : size, whole.Cursors[before]);

                Assert.Equal(whole.Ids.Skip(start).Take(end - start), page.Ids);
                Assert.True(page.HasNext);
                Assert.True(page.HasPrevious);
            },
            iter: 15);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_empty_page_has_no_cursors_and_still_tells_what_lies_around_it(int index)
    {
        var list = PagedList.All[index];
        var whole = await WholeAsync(list, []);

        var first = await RunAsync(list, [], first: 0);
        var last = await RunAsync(list, [], last: 0);
        var end = await RunAsync(list, [], first: 3, after: whole.End);
        var start = await RunAsync(list, [], last: 3, before: whole.Start);

        foreach (var page in new[] { first, last, end, start })
        {
            Assert.Empty(page.Ids);
            Assert.Empty(page.NodeIds);
            Assert.Null(page.Start);
            Assert.Null(page.End);
            Assert.Equal(whole.Total, page.Total);
        }

        Assert.Equal((true, false), (first.HasNext, first.HasPrevious));
        Assert.Equal((false, true), (last.HasNext, last.HasPrevious));
        Assert.Equal((false, true), (end.HasNext, end.HasPrevious));
        Assert.Equal((true, false), (start.HasNext, start.HasPrevious));
    }

    [Fact]
    public async Task Cursors_of_nested_pages_go_on_where_they_stopped()
    {
        const string Query = """
            query($after: String) {
              tags(first: 3) { nodes { slug articles(first: 5, after: $after, order: [{ weight: DESC }, { title: ASC }]) { nodes { path } pageInfo { endCursor hasNextPage hasPreviousPage } } } }
            }
            """;
        var firstPages = (await database.DataAsync(Query))["tags"]!["nodes"]!.AsArray();
        foreach (var tag in firstPages.Where(tag => tag!["articles"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>()))
        {
            var cursor = tag!["articles"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
            var slug = tag["slug"]!.GetValue<string>();

            var next = (await database.DataAsync(Query, new { after = cursor }))["tags"]!["nodes"]!.AsArray().Single(other => other!["slug"]!.GetValue<string>() == slug)!;
            var both = (await database.DataAsync($$"""{ tag(by: { slug: "{{slug}}" }) { articles(first: 10, order: [{ weight: DESC }, { title: ASC }]) { nodes { path } } } }"""))["tag"]!;

            Assert.True(next["articles"]!["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
            Assert.Equal(Paths(both), Paths(tag).Concat(Paths(next)));
        }

        static IEnumerable<string> Paths(System.Text.Json.Nodes.JsonNode tag) => tag["articles"]!["nodes"]!.AsArray().Select(node => node!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ten_items_are_a_page_when_no_size_is_given()
    {
        var forward = await RunAsync(PagedList.All[0], []);
        var between = await RunAsync(PagedList.All[0], [], before: (await WholeAsync(PagedList.All[0], [])).Cursors[20]);

        Assert.Equal(10, forward.Ids.Count);
        Assert.True(forward.HasNext);
        Assert.Equal(forward.Ids, between.Ids);
    }

    private static Gen<(string Key, bool IsDescending)[]> Order(PagedList list) =>
        list.SortInput is null ? Gen.Const(Array.Empty<(string, bool)>()) : Gen.Select(Gen.OneOf([.. list.Orders]), Gen.Bool).Array[0, 3];

    private static void CheckPage(Page whole, Page page, int start, int end)
    {
        Assert.Equal(whole.Ids.Skip(start).Take(end - start), page.Ids);
        Assert.Equal(page.Ids, page.NodeIds);
        Assert.Equal(whole.Cursors.Skip(start).Take(end - start), page.Cursors);
        Assert.Equal(page.Cursors[0], page.Start);
        Assert.Equal(page.Cursors[^1], page.End);
        Assert.Equal(start > 0, page.HasPrevious);
        Assert.Equal(end < whole.Ids.Count, page.HasNext);
        Assert.Equal(whole.Total, page.Total);
    }

    private async Task<Page> WholeAsync(PagedList list, IReadOnlyList<(string Key, bool IsDescending)> order)
    {
        var whole = await RunAsync(list, order, first: 50);
        Assert.NotEmpty(whole.Ids);
        Assert.Equal(whole.Total, whole.Ids.Count);
        Assert.Equal((false, false), (whole.HasNext, whole.HasPrevious));
        Assert.Equal(whole.Cursors.Count, whole.Cursors.Distinct(StringComparer.Ordinal).Count());
        return whole;
    }

    private async Task<Page> RunAsync(PagedList list, IReadOnlyList<(string Key, bool IsDescending)> order, int? first = null, string? after = null, int? last = null, string? before = null) =>
        PagedList.Read(await database.DataAsync(list.Query, PagedList.Variables(order, first, after, last, before)));
}
