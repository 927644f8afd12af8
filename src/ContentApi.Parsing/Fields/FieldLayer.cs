using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Keys and values of one place: the front matter, a table in it, or what a site gives to a folder.</summary>
internal sealed class FieldLayer
{
    private readonly Dictionary<string, MetaEntry> _byName = [];

    public FieldLayer(MetaMap map)
    {
        Map = map;
        foreach (var entry in map.Entries)
            _byName[FieldName.Fold(entry.Key)] = entry;
    }

    public MetaMap Map { get; }

    /// <summary>The file that gives the values; null for the article's own.</summary>
    public string? Origin { get; init; }

    /// <summary>The key of the table that they stand in, with a dot behind it; empty when they stand in none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The last entry of a name as of <see cref="FieldName.Fold"/>; a name of two parts, <c>sidebar/order</c>, is a key of an object.</summary>
    public MetaEntry? Find(string name)
    {
        var slash = name.IndexOf('/');
        if (slash < 0)
            return _byName.GetValueOrDefault(name);
        return _byName.GetValueOrDefault(name[..slash])?.Value is MetaMap map
            ? map.Entries.LastOrDefault(entry => FieldName.Fold(entry.Key) == name[(slash + 1)..])
            : null;
    }
}
