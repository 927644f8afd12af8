using System.Globalization;
using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>Answers queries from memory: the contract read aloud, without SQL. A cursor is printed as the list of its sort keys.</summary>
internal sealed class QueryEvaluator(ReferenceGraph graph)
{
    public JsonObject Answer(IEnumerable<QueryField> fields) => Members(fields, field => field.Name switch
    {
        "articles" => Connection(field, graph.Articles(IsPreview(field)), IsPreview(field)),
        "categories" => Connection(field, graph.List("Category", isPreview: false), isPreview: false),
        "tags" => Connection(field, graph.List("Tag", isPreview: false), isPreview: false),
        "authors" => Connection(field, graph.List("Author", isPreview: false), isPreview: false),
        _ => LookUp(field),
    });

    private static bool IsPreview(QueryField field) => field.Arguments.ContainsKey("preview");

    private JsonObject? LookUp(QueryField field)
    {
        var id = field.Arguments["by"]!["id"]!.GetValue<string>();
        var found = new[] { "Category", "Tag", "Author" }.SelectMany(type => graph.List(type, isPreview: false)).FirstOrDefault(item => (string)item["id"]! == id);
        return found is null ? null : Object(found, field.Fields, isPreview: false);
    }

    private JsonObject Object(GraphObject item, IEnumerable<QueryField> fields, bool isPreview) => Members(fields, field => field.Name switch
    {
        "articles" => Connection(field, graph.ArticlesOf(item, isPreview, IncludesDescendants(field)), isPreview),
        "articleCount" => graph.CountOf(item, isPreview, IncludesDescendants(field)),
        "children" => Connection(field, graph.List("Category", isPreview).Where(category => category.One("parent") == item), isPreview),
        _ => Print(item[field.Name], field, isPreview),
    });

    private static bool IncludesDescendants(QueryField field) => field.Arguments["includeDescendants"]?.GetValue<bool>() ?? true;

    private JsonNode? Print(object? value, QueryField field, bool isPreview) => value switch
    {
        null => null,
        GraphObject item => Object(item, field.Fields, isPreview),
        IEnumerable<GraphObject> items => new JsonArray([.. items.Select(item => Object(item, field.Fields, isPreview))]),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        JsonNode json => json.DeepClone(),
        _ => JsonValue.Create(value),
    };

    private JsonObject Connection(QueryField field, IEnumerable<GraphObject> source, bool isPreview)
    {
        var order = field.Order!;
        var where = field.Arguments["where"] as JsonObject ?? [];
        var all = order.Sort(source.Where(item => FilterEvaluator.Matches(where, item) && (item.Type != "Article" || (string)item["kind"]! == "ARTICLE" || FilterEvaluator.SpeaksOfKind(where))));
        var before = all.Where(item => field.After is not null && order.Compare(item, field.After) <= 0).ToHashSet();
        var behind = all.Where(item => field.Before is not null && order.Compare(item, field.Before) >= 0).ToHashSet();
        var window = all.Where(item => !before.Contains(item) && !behind.Contains(item)).ToList();
        var isBackward = field.Arguments.ContainsKey("last");
        var size = (field.Arguments["first"] ?? field.Arguments["last"])?.GetValue<int>() ?? 10;
        var page = isBackward ? window.TakeLast(size).ToList() : [.. window.Take(size)];
        return Members(field.Fields, member => member.Name switch
        {
            "totalCount" => all.Count,
            "pageInfo" => Members(member.Fields, flag => flag.Name switch
            {
                "hasNextPage" => (!isBackward && window.Count > size) || behind.Count > 0,
                "hasPreviousPage" => (isBackward && window.Count > size) || before.Count > 0,
                "startCursor" => page.Count == 0 ? null : order.Cursor(page[0]),
                _ => page.Count == 0 ? null : order.Cursor(page[^1]),
            }),
            "nodes" => new JsonArray([.. page.Select(item => Object(item, member.Fields, isPreview))]),
            _ => new JsonArray([.. page.Select(item => Members(member.Fields, edge => edge.Name == "cursor" ? order.Cursor(item) : Object(item, edge.Fields, isPreview)))]),
        });
    }

    private static JsonObject Members(IEnumerable<QueryField> fields, Func<QueryField, JsonNode?> value) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, value(field))));
}
