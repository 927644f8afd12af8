using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Keys and values.</summary>
/// <param name="Place">Where the first key, or the header of a table, starts in the file.</param>
/// <param name="Size">As of <see cref="MetaNode"/>.</param>
/// <param name="Entries">Each key once, in the order of the file; keys that differ only in case are two.</param>
public sealed record MetaMap(Place Place, long Size, IReadOnlyList<MetaEntry> Entries) : MetaNode(Place, Size)
{
    /// <summary>A file without keys.</summary>
    public static readonly MetaMap Empty = new(Place.Start, 0, []);

    /// <summary>The value of a key, compared without case; null when it is missing.</summary>
    public MetaNode? Find(string key) =>
        Entries.FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
