using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Keys and values of one place: the front matter, a table in it, or what a site gives to a folder.</summary>
internal sealed class FieldLayer
{
    private readonly Dictionary<string, MetaEntry> _byName;
    private readonly bool _hasObjects;

    /// <param name="map">The keys.</param>
    /// <param name="bag">Is told of keys that appear twice; null tells nobody.</param>
    public FieldLayer(MetaMap map, DiagnosticBag? bag = null)
    {
        _byName = new Dictionary<string, MetaEntry>(map.Entries.Count);
        HashSet<MetaEntry>? hidden = null;
        foreach (var entry in map.Entries)
        {
            var name = FieldName.Fold(entry.Key);
            if (_byName.TryGetValue(name, out var earlier) && string.Equals(earlier.Key, entry.Key, StringComparison.OrdinalIgnoreCase))
            {
                (hidden ??= new HashSet<MetaEntry>(ReferenceEqualityComparer.Instance)).Add(earlier);
                bag?.Warn(DiagnosticCode.DupKey, entry.Place, $"key '{DiagnosticBag.Show(entry.Key)}' appears twice; the last value counts");
            }

            _byName[name] = entry;
            _hasObjects |= entry.Value is MetaMap;
        }

        Map = hidden is null ? map : map with { Entries = [.. map.Entries.Where(entry => !hidden.Contains(entry))] };
    }

    /// <summary>The entries that count: of keys that differ only in case the last.</summary>
    public MetaMap Map { get; }

    /// <summary>The file that gives the values; null for the article's own.</summary>
    public string? Origin { get; init; }

    /// <summary>The key of the table that they stand in, with a dot behind it; empty when they stand in none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The last entry of a name as of <see cref="FieldName.Fold"/>; a name of two parts, <c>sidebar/order</c>, is a key of an object.</summary>
    public MetaEntry? Find(string name)
    {
        var found = _byName.GetValueOrDefault(name);
        if (found is null && !_hasObjects)
            return null;   // as of most names that are asked for
        var slash = name.IndexOf('/');
        return slash < 0 ? found : FindIn(name[..slash], name[(slash + 1)..]);
    }

    private MetaEntry? FindIn(string table, string name) =>
        _byName.GetValueOrDefault(table)?.Value is MetaMap map ? map.Entries.LastOrDefault(entry => FieldName.Fold(entry.Key) == name) : null;

    /// <summary>The layer of a table in this one; null when there is no such table.</summary>
    public FieldLayer? Table(string name) => _byName.GetValueOrDefault(name) is { Value: MetaMap map } entry
        ? new FieldLayer(map) { Origin = Origin, Prefix = $"{Prefix}{entry.Key}." }
        : null;

    /// <summary>True when the entry stands in this layer, at most one object deep.</summary>
    public bool Contains(MetaEntry entry) =>
        Map.Entries.Any(x => ReferenceEquals(x, entry) || x.Value is MetaMap map && map.Entries.Any(y => ReferenceEquals(y, entry)));
}
