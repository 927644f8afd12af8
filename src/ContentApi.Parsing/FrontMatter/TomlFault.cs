using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Where and how a block breaks TOML's rules.</summary>
internal sealed record TomlFault(Place Place, string Message);
