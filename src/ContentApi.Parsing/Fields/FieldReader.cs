using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>
/// Hands out the keys of a file to those who know them, and remembers what was taken: the rest, and every known key whose value
/// could not be used in full, ends up in the params, so that nothing is lost. The front matter comes first, then its tables, then
/// what the site gives to the folder; a key hides its namesakes farther off.
/// </summary>
internal sealed class FieldReader
{
    private readonly List<FieldLayer> _layers = [];
    private readonly HashSet<MetaEntry> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly DialectRules _rules;

    public FieldReader(MetaMap map, DialectRules rules, IReadOnlyList<FieldDefaults> defaults, DiagnosticBag bag)
    {
        _rules = rules;
        AddLayers(new FieldLayer(map, bag));
        foreach (var given in defaults)
            AddLayers(given.Layer);
    }

    /// <summary>Entries that nobody took, in the order of the file, and then those that the site gives.</summary>
    public IEnumerable<MetaEntry> Rest
    {
        get
        {
            var seen = new HashSet<string>();
            foreach (var layer in _layers.Where(layer => layer.Prefix.Length == 0))
            {
                foreach (var entry in layer.Map.Entries)
                {
                    if ((layer.Origin is null || !seen.Contains(FieldName.Fold(entry.Key))) && !_taken.Contains(entry) && WithoutFields(entry) is { } rest)
                        yield return rest;
                }

                if (_layers.Count > 1)
                    seen.UnionWith(layer.Map.Entries.Select(entry => FieldName.Fold(entry.Key)));
            }
        }
    }

    /// <summary>What <see cref="FindFirst"/> gives for each key, in the order of the file; of a table its keys.</summary>
    public IEnumerable<MetaEntry> Entries()
    {
        var seen = new HashSet<string>();
        foreach (var entry in _layers.SelectMany(layer => layer.Map.Entries))
        {
            var name = FieldName.Fold(entry.Key);
            if ((entry.Value is MetaMap && _rules.Tables.Contains(name)) || !seen.Add(name))
                continue;
            yield return FindFirst(name) ?? entry;
        }
    }

    /// <summary>The entries of these keys, the nearest first, and of one place in the order of the names.</summary>
    public IReadOnlyList<MetaEntry> Find(IReadOnlyList<string> names)
    {
        // Asked for all keys that a tool knows, of which a file has a few.
        List<MetaEntry>? found = null;
        for (var i = 0; i < _layers.Count; i++)
        {
            for (var n = 0; n < names.Count; n++)
            {
                if (_layers[i].Find(names[n]) is { } entry && !IsHidden(names[n], i))
                    (found ??= []).Add(entry);
            }
        }

        return found ?? (IReadOnlyList<MetaEntry>)[];
    }

    /// <summary>The nearest entry of a key; null when there is none.</summary>
    public MetaEntry? FindFirst(string name)
    {
        for (var i = 0; i < _layers.Count; i++)
        {
            if (_layers[i].Find(name) is { } entry && !IsHidden(name, i))
                return entry;
        }

        return null;
    }

    /// <summary>The entries of these keys in the nearest place that has any, where all of one place count together.</summary>
    public IReadOnlyList<MetaEntry> FindNearest(IReadOnlyList<string> names)
    {
        foreach (var layer in _layers)
        {
            List<MetaEntry>? found = null;
            for (var n = 0; n < names.Count; n++)
            {
                if (layer.Find(names[n]) is { } entry && !(_rules.KeepsDefaultsOfNull && entry.Value is MetaScalar { IsNull: true }))
                    (found ??= []).Add(entry);
            }

            if (found is not null)
                return found;
        }

        return [];
    }

    /// <summary>The entries of these keys in all places.</summary>
    public IReadOnlyList<MetaEntry> FindAll(IReadOnlyList<string> names) =>
        [.. _layers.SelectMany(layer => names.Select(layer.Find).OfType<MetaEntry>())];

    /// <summary>Keeps the entry out of the params.</summary>
    public void Take(MetaEntry entry) => _taken.Add(entry);

    /// <summary>True for an entry that is kept out of them.</summary>
    public bool IsTaken(MetaEntry entry) => _taken.Contains(entry);

    /// <summary>The first text of these keys that is not empty, trimmed, with its entry, which is taken; null when there is none.</summary>
    public (MetaEntry Entry, MetaScalar Text)? TakeText(IReadOnlyList<string> names)
    {
        foreach (var entry in Find(names))
        {
            if (entry.Value is not MetaScalar scalar)
                continue;
            Take(entry);
            if (!scalar.IsNull && !string.IsNullOrWhiteSpace(scalar.Text))
                return (entry, scalar with { Text = scalar.Text.Trim() });
        }

        return null;
    }

    /// <summary>The place of an entry that <see cref="Find"/> gave.</summary>
    public FieldLayer LayerOf(MetaEntry entry) => _layers.Last(layer => layer.Contains(entry));

    /// <summary>The key with those of the objects around it: <c>sidebar.order</c>.</summary>
    public string PathOf(MetaEntry entry)
    {
        var layer = LayerOf(entry);
        var table = layer.Map.Entries.FirstOrDefault(x => x.Value is MetaMap map && map.Entries.Any(y => ReferenceEquals(y, entry)));
        return table is null ? layer.Prefix + entry.Key : $"{layer.Prefix}{table.Key}.{entry.Key}";
    }

    /// <summary>Reads every usual spelling of yes and no; null for anything else.</summary>
    public static bool? ToBoolean(MetaNode node) => node is not MetaScalar scalar ? null : scalar.Text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "t" or "1" => true,
        "false" or "no" or "off" or "n" or "f" or "0" => false,
        _ => null,
    };

    private void AddLayers(FieldLayer layer)
    {
        _layers.Add(layer);
        foreach (var name in _rules.Tables)
        {
            if (layer.Table(name) is { } table)
                _layers.Add(table);
        }
    }

    private bool IsHidden(string name, int layer)
    {
        for (var i = 0; i < layer; i++)
        {
            if (_layers[i].Find(name) is { } nearer && !(_rules.KeepsDefaultsOfNull && nearer.Value is MetaScalar { IsNull: true }))
                return true;
        }

        return false;
    }

    // What became a field leaves a table that holds nothing but fields, and the last one takes the table along.
    private MetaEntry? WithoutFields(MetaEntry entry)
    {
        if (entry.Value is not MetaMap { Entries.Count: > 0 } map || !_rules.FieldTables.Contains(FieldName.Fold(entry.Key)))
            return entry;
        var rest = map.Entries.Where(x => !_taken.Contains(x)).ToList();
        return rest.Count == 0 ? null : entry with { Value = map with { Entries = rest } };
    }
}
