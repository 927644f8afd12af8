using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>An object of the graph in memory, with what its fields print.</summary>
/// <param name="type">Name of its type.</param>
/// <param name="key">Its key in the database.</param>
internal sealed class GraphObject(string type, Guid key)
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal) { ["id"] = new GlobalId(type, key).ToString() };

    public string Type => type;

    public Guid Key => key;

    /// <summary>Text, a number, an instant, a <see cref="GraphObject"/>, a list of them, or JSON; null when there is none.</summary>
    public object? this[string field]
    {
        get => _values[field];
        set => _values[field] = value;
    }

    public GraphObject? One(string field) => (GraphObject?)_values[field];

    public IReadOnlyList<GraphObject> Many(string field) => (IReadOnlyList<GraphObject>)_values[field]!;
}
