using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>A total order of objects in memory, as the contract says: null is lowest, text goes by code point, the id breaks ties.</summary>
internal sealed class GraphOrder
{
    private readonly ReferenceGraph _graph;
    private readonly bool _isPreview;
    private readonly IReadOnlyList<(string[] Path, bool IsDescending)> _keys;

    /// <param name="graph">Counts articles.</param>
    /// <param name="type">What is ordered.</param>
    /// <param name="order">The argument; null when it is absent.</param>
    /// <param name="isPreview">Whether hidden articles count.</param>
    public GraphOrder(ReferenceGraph graph, string type, JsonArray? order, bool isPreview)
    {
        (_graph, _isPreview) = (graph, isPreview);
        var keys = (order ?? []).SelectMany(item => Keys(item!.AsObject(), [])).DistinctBy(key => string.Join('.', key.Path)).ToList();
        _keys = keys.Count > 0 ? keys : [type switch { "Article" => (["publishedAt"], true), "Category" => (["path"], false), _ => (["name"], false) }];
    }

    /// <summary>Gives the objects in this order.</summary>
    public List<GraphObject> Sort(IEnumerable<GraphObject> items)
    {
        var sorted = items.ToList();
        sorted.Sort(Compare);
        return sorted;
    }

    public int Compare(GraphObject left, GraphObject right)
    {
        foreach (var (path, isDescending) in _keys)
        {
            var result = (Value(left, path), Value(right, path)) switch
            {
                (string text, string other) => CompareText(text, other),
                var (value, other) => Comparer<object>.Default.Compare(value, other),
            };
            if (result != 0)
            {
                return isDescending ? -result : result;
            }
        }

        var byId = CompareText(left.Key.ToString(), right.Key.ToString());
        return _keys[^1].IsDescending ? -byId : byId;
    }

    /// <summary>Gives what a cursor says of an object: its sort keys as PostgreSQL prints them.</summary>
    public JsonArray Cursor(GraphObject item) => [.. _keys.Select(key => (JsonNode)Text(Value(item, key.Path), key.Path[^1])), item.Key.ToString()];

    private static string Text(object? value, string field) => value switch
    {
        null => field switch { "publishedAt" or "updatedAt" => "-infinity", "weight" => "-Infinity", "name" or "path" => string.Empty, _ => "-1" },
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "+00",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<(string[] Path, bool IsDescending)> Keys(JsonObject order, string[] path) => order.SelectMany(field => field.Value switch
    {
        null => [],
        JsonObject nested => Keys(nested, [.. path, field.Key]),
        var direction => [([.. path, field.Key], direction.GetValue<string>() == "DESC")],
    });

    private object? Value(GraphObject item, string[] path) => path switch
    {
        [var reference, .. { Length: > 0 } rest] => item.One(reference) is { } target ? Value(target, rest) : null,
        ["articleCount"] => _graph.CountOf(item, _isPreview),
        _ => item[path[0]],
    };

    private static int CompareText(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
