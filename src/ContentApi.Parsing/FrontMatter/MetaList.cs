using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>A list.</summary>
internal sealed record MetaList(Place Place, long Size, IReadOnlyList<MetaNode> Items) : MetaNode(Place, Size);
