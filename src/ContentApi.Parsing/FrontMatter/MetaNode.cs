using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>A value as written in YAML, TOML or JSON. Whoever needs it decides its type: a title is text even when it looks like a number.</summary>
/// <param name="Place">Where the value starts in the file.</param>
/// <param name="Size">Characters and nodes with all aliases written out; the measure of the budget.</param>
public abstract record MetaNode(Place Place, long Size);
