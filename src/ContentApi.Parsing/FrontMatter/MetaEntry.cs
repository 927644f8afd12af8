using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>One key with its value.</summary>
/// <param name="Key">As written, after unescaping.</param>
/// <param name="Place">Where the key starts in the file.</param>
/// <param name="Value">Its value.</param>
public sealed record MetaEntry(string Key, Place Place, MetaNode Value);
