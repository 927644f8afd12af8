namespace ContentApi.GraphQL.Tests.Plans;

/// <summary>
/// A page that may be read from the edges of a category, of a tag or of an author is the same whichever the statement chooses:
/// the one that it finds below "or", where no edges are chosen.
/// </summary>
[Collection(LargeDatabaseCollection.Name)]
public sealed class EdgeChoiceTests(LargeDatabase database)
{
    // Between them, each kind of edge lies thinnest once, in the whole list or from some page on.
    private static readonly string[] Filters =
    [
        Below("c1") + Tag("tag-1"),
        Below("c1") + Tag("tag-300"),
        Category("c1/s0/t0") + Tag("tag-1"),
        Category("c1/s0/t0") + Tag("tag-300"),
        Below("c1/s0") + Author("author-7"),
        Tag("tag-1\", \"tag-300\", \"tag-301") + Author("author-7\", \"author-8"),
        Category("c1/s0/t0\", \"c1/s1/t0") + Tag("tag-1") + Author("author-7\", \"author-17\", \"author-27"),
        Below("c1") + Tag("no-such-tag"),
    ];

    public static TheoryData<string, string, string> Lists =>
    [
        .. from filter in Filters from order in new[] { "DESC", "ASC" } from page in new[] { "first: 7, after", "last: 7, before" } select (filter, order, page),
    ];

    public static TheoryData<string, string> Parents => new()
    {
        { "category(by: { path: \"c1\" })", Tag("tag-300") },
        { "category(by: { path: \"c1\" })", Tag("tag-1") },
        { "category(by: { path: \"c1/s0/t0\" })", Tag("tag-1") + Author("author-7\", \"author-8") },
        { "tag(by: { slug: \"tag-1\" })", Category("c1/s0/t0") },
        { "tag(by: { slug: \"tag-300\" })", Below("c1") },
        { "author(by: { slug: \"author-7\" })", Below("c1") + Tag("tag-1") },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_the_same_from_all_edges(string filter, string order, string page) =>
        Assert.Equal(await WalkAsync(null, $"or: [{{ {filter} }}]", order, page), await WalkAsync(null, filter, order, page));

    [Theory]
    [MemberData(nameof(Parents))]
    public async Task A_list_of_an_entity_is_the_same_from_all_edges(string parent, string filter) =>
        Assert.Equal(await WalkAsync(parent, $"or: [{{ {filter} }}]", "DESC", "first: 7, after"), await WalkAsync(parent, filter, "DESC", "first: 7, after"));

    private static string Category(string paths) => $"categories: {{ some: {{ path: {{ in: [\"{paths}\"] }} }} }} ";

    private static string Below(string path) => $"categories: {{ some: {{ under: \"{path}\" }} }} ";

    private static string Tag(string slugs) => $"tags: {{ some: {{ slug: {{ in: [\"{slugs}\"] }} }} }} ";

    private static string Author(string slugs) => $"authors: {{ some: {{ slug: {{ in: [\"{slugs}\"] }} }} }} ";

    // Four pages and the total; cursors name the filter, so they differ.
    private async Task<string> WalkAsync(string? parent, string filter, string order, string page)
    {
        var list = $"articles({page}: $cursor, order: {{ publishedAt: {order} }}, where: {{ {filter} }}) {{ totalCount nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}";
        var query = $"query($cursor: String) {{ {(parent is null ? list : $"{parent} {{ {list} }}")} }}";
        var (walked, cursor) = (new List<string>(), (string?)null);
        for (var i = 0; i < 4; i++)
        {
            var answer = (await database.AnswerAsync(query, new { cursor })).GetProperty("data");
            var articles = (parent is null ? answer : answer.EnumerateObject().Single().Value).GetProperty("articles");
            var pageInfo = articles.GetProperty("pageInfo");
            walked.Add($"{articles.GetProperty("totalCount")} {articles.GetProperty("nodes").GetRawText()} {pageInfo.GetProperty("hasPreviousPage")} {pageInfo.GetProperty("hasNextPage")}");
            cursor = pageInfo.GetProperty(page.StartsWith("first", StringComparison.Ordinal) ? "endCursor" : "startCursor").GetString() ?? cursor;
        }

        return string.Join('\n', walked);
    }
}
