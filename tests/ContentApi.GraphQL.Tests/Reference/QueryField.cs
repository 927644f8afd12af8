using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>A field of a query, with what is selected below it.</summary>
/// <param name="name">The field.</param>
/// <param name="key">Its name or alias.</param>
/// <param name="fields">Selected below it; empty for a leaf.</param>
internal sealed class QueryField(string name, string key, params IReadOnlyList<QueryField> fields)
{
    private string? _fingerprint;

    public string Name => name;

    public string Key => key;

    public IReadOnlyList<QueryField> Fields => fields;

    /// <summary>Arguments but for cursors.</summary>
    public JsonObject Arguments { get; init; } = [];

    /// <summary>The order of a connection; null for other fields.</summary>
    public GraphOrder? Order { get; init; }

    /// <summary>The object behind whose place a connection's page starts; it need not be in the list.</summary>
    public GraphObject? After { get; private set; }

    /// <summary>The object before whose place it ends.</summary>
    public GraphObject? Before { get; private set; }

    public (GraphObject? After, GraphObject? Before) Cursors
    {
        init => (After, Before) = value;
    }

    /// <summary>True when a cursor is used here or below.</summary>
    public bool HasCursors => After is not null || Before is not null || fields.Any(selected => selected.HasCursors);

    /// <summary>Writes the field.</summary>
    public string Text => Write(isProbe: false, depth: 0);

    /// <summary>Writes the field with the first pages of all connections, whose cursors tell how those of the same lists begin.</summary>
    public string Probe => Write(isProbe: true, depth: 0);

    /// <summary>Takes the beginnings of cursors from the answer to the probe. Lists that are all empty have none, and then no cursor is used.</summary>
    public void ReadProbe(JsonNode? answer)
    {
        Collect(answer);
        Settle();
    }

    private void Collect(JsonNode? answer)
    {
        foreach (var found in (answer is JsonArray items ? items.AsEnumerable() : [answer]).OfType<JsonObject>())
        {
            if (found["probe"]?["endCursor"]?.GetValue<string>() is { } cursor)
            {
                _fingerprint = JsonNode.Parse(Convert.FromBase64String(cursor))![0]!.GetValue<string>();
            }

            foreach (var field in fields)
            {
                field.Collect(found[field.Key]);
            }
        }
    }

    private void Settle()
    {
        if (_fingerprint is null)
        {
            (After, Before) = (null, null);
        }

        foreach (var field in fields)
        {
            field.Settle();
        }
    }

    private string Write(bool isProbe, int depth)
    {
        var arguments = Arguments.Where(argument => !isProbe || argument.Key is not ("first" or "last")).Select(argument => $"{argument.Key}: {FilterGen.Literal(argument.Value, isEnum: argument.Key == "order")}").ToList();
        if (isProbe && Order is not null)
        {
            arguments.Add($"first: {(depth == 0 ? 50 : 1)}");
        }
        else if (!isProbe)
        {
            arguments.AddRange(new[] { ("after", After), ("before", Before) }.Where(cursor => cursor.Item2 is not null).Select(cursor => $"{cursor.Item1}: \"{CursorOf(cursor.Item2!)}\""));
        }

        var below = fields.Select(field => field.Write(isProbe, Order is null ? depth : depth + 1)).ToList();
        if (isProbe && Order is not null)
        {
            below.Add("probe: pageInfo { endCursor }");
        }

        return (key == name ? name : $"{key}: {name}") + (arguments.Count == 0 ? string.Empty : $"({string.Join(", ", arguments)})") + (below.Count == 0 ? string.Empty : $" {{ {string.Join(' ', below)} }}");
    }

    private string CursorOf(GraphObject item) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Order!.Cursor(item).Prepend(_fingerprint))));
}
