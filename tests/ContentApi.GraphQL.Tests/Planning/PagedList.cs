using System.Text.Json.Nodes;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>A connection of the graph, to be paged through.</summary>
/// <param name="Field">The field, with arguments other than page and order.</param>
/// <param name="Parent">A field that gives the object to which it belongs; null for a root list.</param>
/// <param name="SortInput">Type of its <c>order</c>; null when it has none.</param>
/// <param name="Orders">What it can be ordered by.</param>
internal sealed record PagedList(string Field, string? Parent, string? SortInput, params string[] Orders)
{
    private static readonly string[] ArticleOrders = ["publishedAt", "updatedAt", "title", "wordCount", "slug", "weight"];

    /// <summary>Every connection of the schema at least once.</summary>
    public static readonly IReadOnlyList<PagedList> All =
    [
        new("articles", null, "ArticleSortInput", ArticleOrders),
        new("articles(where: { slug: { in: [\"s1\", \"s2\"] } })", null, "ArticleSortInput", ArticleOrders),
        new("categories", null, "CategorySortInput", "name", "path", "articleCount", "position"),
        new("authors", null, "AuthorSortInput", "name", "articleCount"),
        new("tags", null, "TagSortInput", "name", "articleCount"),
        new("images", null, "ImageSortInput", "sourceUrl", "byteSize"),
        new("children", "category(by: { path: \"新闻\" })", "CategorySortInput", "name", "path", "articleCount", "position"),
        new("articles(includeDescendants: true)", "category(by: { path: \"新闻\" })", "ArticleSortInput", ArticleOrders),
        new("articles(includeDescendants: false, where: { title: { contains: \"00\" } })", "category(by: { path: \"新闻/tech\" })", "ArticleSortInput", ArticleOrders),
        new("articles", "author(by: { slug: \"ann\" })", "ArticleSortInput", ArticleOrders),
        new("articles", "tag(by: { slug: \"walks\" })", "ArticleSortInput", ArticleOrders),
        new("articles", "image(by: { contentHash: \"b0\" })", null),
        new("articles", $"node(id: \"{new GlobalId("ArticleSeries", SampleContent.Key(6, 3))}\")", null) { ParentType = "ArticleSeries" },
        new("images", "article(by: { path: \"/posts/000\" })", null),
        new("images(roles: [INLINE])", "article(by: { path: \"/posts/000\" })", null),
    ];

    /// <summary>Type of the parent where its field gives an interface; null elsewhere.</summary>
    public string? ParentType { get; init; }

    /// <summary>The query of one page; every argument of it is a variable.</summary>
    public string Query
    {
        get
        {
            var order = SortInput is null ? string.Empty : ", order: $order";
            var arguments = $"first: $first, after: $after, last: $last, before: $before{order}";
            var call = Field.Contains('(', StringComparison.Ordinal) ? Field.Replace("(", $"({arguments}, ", StringComparison.Ordinal) : $"{Field}({arguments})";
            var list = $"list: {call} {{ totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} edges {{ cursor node {{ id }} }} nodes {{ id }} }}";
            list = ParentType is null ? list : $"... on {ParentType} {{ {list} }}";
            var declaration = SortInput is null ? string.Empty : $", $order: [{SortInput}!]";
            return $"query($first: Int, $after: String, $last: Int, $before: String{declaration}) {{ {(Parent is null ? list : $"parent: {Parent} {{ {list} }}")} }}";
        }
    }

    /// <summary>Gives the variables of a page.</summary>
    public static JsonObject Variables(IEnumerable<(string Key, bool IsDescending)> order, int? first = null, string? after = null, int? last = null, string? before = null) => new()
    {
        ["order"] = new JsonArray([.. order.Select(key => new JsonObject { [key.Key] = key.IsDescending ? "DESC" : "ASC" })]),
        ["first"] = first,
        ["after"] = after,
        ["last"] = last,
        ["before"] = before,
    };

    /// <summary>Reads a page out of the data of an answer.</summary>
    public static Page Read(JsonNode data)
    {
        var list = data["list"] ?? data["parent"]!["list"]!;
        var info = list["pageInfo"]!;
        return new Page
        {
            Total = list["totalCount"]!.GetValue<int>(),
            Ids = [.. list["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>())],
            NodeIds = [.. list["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>())],
            Cursors = [.. list["edges"]!.AsArray().Select(edge => edge!["cursor"]!.GetValue<string>())],
            HasNext = info["hasNextPage"]!.GetValue<bool>(),
            HasPrevious = info["hasPreviousPage"]!.GetValue<bool>(),
            Start = info["startCursor"]?.GetValue<string>(),
            End = info["endCursor"]?.GetValue<string>(),
        };
    }
}
