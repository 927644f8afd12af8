using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>A list.</summary>
/// <param name="Place">Where the list starts in the file.</param>
/// <param name="Size">As of <see cref="MetaNode"/>.</param>
/// <param name="Items">In the order of the file.</param>
public sealed record MetaList(Place Place, long Size, IReadOnlyList<MetaNode> Items) : MetaNode(Place, Size);
