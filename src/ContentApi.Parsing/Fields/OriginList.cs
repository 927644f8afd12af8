using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Gathers where the fields of one article come from; of each field the first place told counts.</summary>
internal sealed class OriginList(FieldReader fields)
{
    private readonly List<FieldOrigin> _items = [];

    public IReadOnlyList<FieldOrigin> Items => _items;

    /// <summary>The field comes from an entry.</summary>
    public void Add(string field, MetaEntry entry, string? note = null)
    {
        var layer = fields.LayerOf(entry);
        Add(layer.Origin is { } file
            ? new FieldOrigin(field, FieldOriginKind.Defaults, file, Note: Join($"key {layer.Prefix}{entry.Key}", note))
            : new FieldOrigin(field, FieldOriginKind.FrontMatter, fields.PathOf(entry), entry.Value.Place.Line, entry.Value.Place.Column, note));
    }

    /// <summary>The field comes from one or several entries; the first is named, and the others in the note.</summary>
    public void Add(string field, IReadOnlyList<MetaEntry> entries, string? note = null)
    {
        if (entries.Count > 0)
            Add(field, entries[0], Join(entries.Count > 1 ? $"and {string.Join(", ", entries.Skip(1).Select(fields.PathOf))}" : null, note));
    }

    /// <summary>The field comes from elsewhere.</summary>
    public void Add(string field, FieldOriginKind kind, string? key = null, string? note = null) =>
        Add(new FieldOrigin(field, kind, key, Note: note));

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first}; {second}";

    private void Add(FieldOrigin origin)
    {
        if (!_items.Exists(x => x.Field == origin.Field))
            _items.Add(origin);
    }
}
