using System.Text.Json.Nodes;
using CsCheck;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>Makes a random valid query of the lists: filters, orders, pages and cursors at every level, two connections deep.</summary>
/// <param name="graph">Gives objects to look up and to begin pages at.</param>
/// <param name="filters">Makes the filters.</param>
/// <param name="number">The same number gives the same query.</param>
internal sealed class QueryGen(ReferenceGraph graph, FilterGen filters, int number)
{
    private static readonly string[] ArticleValues = ["id", "slug", "path", "title", "kind", "status", "publishedAt", "updatedAt", "locale", "wordCount", "weight", "params"];
    private static readonly string[] CategoryKeys = ["name", "path", "articleCount", "position"];
    private static readonly string[] ArticleKeys = ["publishedAt", "updatedAt", "title", "wordCount", "slug", "weight"];

    private readonly Random _random = new(number);
    private readonly PCG _pcg = new((uint)number, (ulong)number);
    private int _aliases;

    /// <summary>Gives the fields of the query type.</summary>
    public IReadOnlyList<QueryField> Query() => Some(1, 2, () => _random.Next(7) switch
    {
        0 => LookUp("category", "Category"),
        1 => LookUp("tag", "Tag"),
        2 => LookUp("author", "Author"),
        3 => Shared(Pick("Category", "Tag", "Author")),
        4 => Connection("articles", "Article", levels: 2, isPreview: true, new JsonObject { ["preview"] = true }),
        _ => Connection("articles", "Article", levels: 2, isPreview: false, []),
    });

    private QueryField Shared(string type) => Connection(type == "Category" ? "categories" : $"{type.ToLowerInvariant()}s", type, levels: 2, isPreview: false, []);

    private QueryField LookUp(string name, string type) =>
        Field(name, Object(type, levels: 2, isPreview: false), new JsonObject { ["by"] = new JsonObject { ["id"] = (string)Pick([.. graph.All(type)])["id"]! } });

    private IReadOnlyList<QueryField> Object(string type, int levels, bool isPreview) => type switch
    {
        "Article" => [.. Some(1, 3, () => Field(Pick(ArticleValues))), .. Some(0, 2, () => Related(levels, isPreview))],
        "Category" => [.. Some(1, 2, () => Field(Pick("id", "slug", "name", "path", "depth", "position"))), .. Some(0, 2, () => OfCategory(levels, isPreview))],
        "Image" => [Field(Pick("id", "sourceUrl", "mimeType"))],
        _ => [.. Some(1, 2, () => Field(Pick("id", "slug", "name", "articleCount"))), .. levels > 0 ? Some(0, 1, () => Connection("articles", "Article", levels, isPreview, [])) : []],
    };

    private QueryField Related(int levels, bool isPreview) => _random.Next(5) switch
    {
        0 => Field("cover", Object("Image", 0, isPreview)),
        1 => Field("primaryCategory", Object("Category", levels - 1, isPreview)),
        2 => Field("categories", Object("Category", levels - 1, isPreview)),
        3 => Field("tags", Object("Tag", levels - 1, isPreview)),
        _ => Field("authors", Object("Author", levels - 1, isPreview)),
    };

    private QueryField OfCategory(int levels, bool isPreview) => _random.Next(levels > 0 ? 5 : 3) switch
    {
        0 => Field("articleCount", [], Descendants()),
        1 => Field("parent", [Field("path")]),
        2 => Field("ancestors", [Field("name")]),
        3 => Connection("children", "Category", levels, isPreview, [], hasFilter: false),
        _ => Connection("articles", "Article", levels, isPreview, Descendants()),
    };

    private JsonObject Descendants() => _random.Next(3) switch { 0 => new JsonObject { ["includeDescendants"] = false }, 1 => new JsonObject { ["includeDescendants"] = true }, _ => [] };

    private QueryField Connection(string name, string type, int levels, bool isPreview, JsonObject arguments, bool hasFilter = true)
    {
        if (hasFilter && _random.Next(3) > 0)
        {
            arguments["where"] = filters.Of(type).Generate(_pcg, null, out _).DeepClone();
        }

        var order = _random.Next(3) == 0 ? null : new JsonArray([.. Some(0, 3, () => OrderItem(type))]);
        arguments["order"] = order;
        if (_random.Next(5) is > 0 and var page)
        {
            arguments[page == 1 ? "last" : "first"] = _random.Next(8);
        }

        List<QueryField> members = [.. Some(1, 3, () => Member(type, levels - 1, isPreview))];
        return new QueryField(name, Alias(name), members)
        {
            Arguments = arguments,
            Order = new GraphOrder(graph, type, order, isPreview),
            Cursors = (_random.Next(4) == 0 ? Pick([.. graph.All(type)]) : null, _random.Next(6) == 0 ? Pick([.. graph.All(type)]) : null),
        };
    }

    private QueryField Member(string type, int levels, bool isPreview) => _random.Next(5) switch
    {
        0 => Field("totalCount"),
        1 => Field("pageInfo", [.. Some(1, 4, () => Pick("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")).Distinct().Select(flag => new QueryField(flag, flag))]),
        2 => Field("edges", [new QueryField("cursor", "cursor"), Field("node", Object(type, levels, isPreview))]),
        _ => Field("nodes", Object(type, levels, isPreview)),
    };

    private JsonObject OrderItem(string type) => new(Some(0, 2, () => type switch
    {
        "Article" when _random.Next(4) == 0 => KeyValuePair.Create<string, JsonNode?>("primaryCategory", _random.Next(8) == 0 ? null : new JsonObject(Some(0, 2, () => Direction(Pick(CategoryKeys))).DistinctBy(key => key.Key))),
        "Article" => Direction(Pick(ArticleKeys)),
        "Category" => Direction(Pick(CategoryKeys)),
        _ => Direction(Pick("name", "articleCount")),
    }).DistinctBy(key => key.Key));

    private KeyValuePair<string, JsonNode?> Direction(string key) => KeyValuePair.Create(key, (JsonNode?)(_random.Next(8) switch { 0 => null, < 4 => "ASC", _ => "DESC" }));

    private QueryField Field(string name, IReadOnlyList<QueryField>? fields = null, JsonObject? arguments = null) =>
        new(name, Alias(name), fields ?? []) { Arguments = arguments ?? [] };

    private string Alias(string name) => $"{name}_{++_aliases}";

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private IReadOnlyList<T> Some<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];
}
