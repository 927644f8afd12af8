using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Keys and values; each key once, in the order of the file.</summary>
internal sealed record MetaMap(Place Place, long Size, IReadOnlyList<MetaEntry> Entries) : MetaNode(Place, Size)
{
    public static readonly MetaMap Empty = new(Place.Start, 0, []);

    /// <summary>The value of a key, compared without case; null when it is missing.</summary>
    public MetaNode? Find(string key) =>
        Entries.FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
