using System.Text.Json.Nodes;
using ContentApi.GraphQL.Schema;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>A connection of the graph, to be paged through.</summary>
/// <param name="Field">The field, with arguments other than page and order.</param>
/// <param name="Parent">A field that gives the object to which it belongs; null for a root list.</param>
/// <param name="SortInput">Type of its <c>order</c>; null when it has none.</param>
internal sealed record PagedList(string Field, string? Parent, string? SortInput)
{
    /// <summary>Every connection of the schema at least once.</summary>
    public static readonly IReadOnlyList<PagedList> All =
    [
        new("articles", null, "ArticleSortInput"),
        new("articles(where: { slug: { in: [\"s1\", \"s2\"] } })", null, "ArticleSortInput"),
        new("articles(where: { tags: { some: { slug: { in: [\"tea\", \"walks\"] } } } })", null, "ArticleSortInput"),
        new("categories", null, "CategorySortInput"),
        new("authors", null, "AuthorSortInput"),
        new("tags", null, "TagSortInput"),
        new("images", null, "ImageSortInput"),
        new("children", "category(by: { path: \"新闻\" })", "CategorySortInput"),
        new("articles(includeDescendants: true)", "category(by: { path: \"新闻\" })", "ArticleSortInput"),
        new("articles(includeDescendants: false, where: { title: { contains: \"00\" } })", "category(by: { path: \"新闻/tech\" })", "ArticleSortInput"),
        new("articles", "author(by: { slug: \"ann\" })", "ArticleSortInput"),
        new("articles", "tag(by: { slug: \"walks\" })", "ArticleSortInput"),
        new("articles", "image(by: { contentHash: \"b0\" })", null),
        new("articles", $"node(id: \"{new GlobalId("ArticleSeries", SampleContent.Key(6, 3))}\")", null) { ParentType = "ArticleSeries" },
        new("images", "article(by: { path: \"/posts/000\" })", null),
        new("images(roles: [INLINE])", "article(by: { path: \"/posts/000\" })", null),
    ];

    /// <summary>Type of the parent where its field gives an interface; null elsewhere.</summary>
    public string? ParentType { get; init; }

    private static readonly Dictionary<string, GraphQLInputObjectTypeDefinition> Inputs = ContentSchema.Definitions.Definitions.OfType<GraphQLInputObjectTypeDefinition>().ToDictionary(input => input.Name.StringValue);

    /// <summary>Everything that the list can be ordered by, as the schema has it; a key of another object with the name of its field before it.</summary>
    public IReadOnlyList<string> Orders => SortInput is null ? [] : [.. Keys(SortInput)];

    /// <summary>The default order, every key upwards, and every key downwards with the next one behind it, now in one direction and now in two.</summary>
    public IEnumerable<(string Key, bool IsDescending)[]> SomeOrders => Orders
        .SelectMany((key, index) => new[] { new[] { (key, false) }, [(key, true), (Orders[(index + 1) % Orders.Count], index % 2 == 0)] })
        .Prepend([]);

    /// <summary>Name of the field as <c>Type.field</c>.</summary>
    public string Name => $"{ParentType ?? (Parent is null ? "Query" : char.ToUpperInvariant(Parent[0]) + Parent[1..Parent.IndexOf('(', StringComparison.Ordinal)])}.{Field.Split('(')[0]}";

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
        ["order"] = new JsonArray([.. order.Select(key => KeyObject(key.Key, key.IsDescending))]),
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

    private static JsonObject KeyObject(string key, bool isDescending) => key.Split('.', 2) switch
    {
        [var reference, var rest] => new JsonObject { [reference] = KeyObject(rest, isDescending) },
        _ => new JsonObject { [key] = isDescending ? "DESC" : "ASC" },
    };

    private static IEnumerable<string> Keys(string input) => Inputs[input].Fields!.SelectMany(field => ((GraphQLNamedType)field.Type).Name.StringValue switch
    {
        "SortEnumType" => [field.Name.StringValue],
        var nested => Keys(nested).Select(key => $"{field.Name.StringValue}.{key}"),
    });
}
