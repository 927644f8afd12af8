using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>One key with its value.</summary>
internal sealed record MetaEntry(string Key, Place Place, MetaNode Value);
