namespace ContentApi.Parsing.FrontMatter;

/// <summary>What the splitter found at the head of a file.</summary>
internal enum FrontMatterFormat
{
    /// <summary>No front matter: all is body.</summary>
    None,

    /// <summary>YAML between fences, or before a closing fence.</summary>
    Yaml,

    /// <summary>YAML whose closing fence is missing.</summary>
    Unclosed,

    /// <summary>A known format that is not read: TOML or JSON.</summary>
    Unsupported,
}
