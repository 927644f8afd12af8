using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>A table of TOML while its parts, which may lie anywhere in the block, are gathered.</summary>
internal sealed class TomlTable(Place place)
{
    private readonly Dictionary<string, int> _index = [];
    private readonly List<TomlEntry> _entries = [];

    public Place Place => place;

    /// <summary>True once a header or braces have written the table out; a second time is a mistake.</summary>
    public bool IsWritten { get; set; }

    public IReadOnlyList<TomlEntry> Entries => _entries;

    public TomlEntry? Find(string key) => _index.TryGetValue(key, out var at) ? _entries[at] : null;

    /// <summary>Puts an entry at the place of an earlier one of the same key, else at the end.</summary>
    public void Set(TomlEntry entry)
    {
        if (_index.TryAdd(entry.Key, _entries.Count))
            _entries.Add(entry);
        else
            _entries[_index[entry.Key]] = entry;
    }
}
