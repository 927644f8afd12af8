namespace ContentApi.Parsing.FrontMatter;

/// <summary>The meta data and the body of a file.</summary>
/// <param name="Map">Empty when the file has no front matter.</param>
/// <param name="Body">The text after the front matter, with LF line ends.</param>
/// <param name="BodyLine">1-based line of the first line of the body.</param>
/// <param name="TextStart">Where in the body its text begins: behind blocks that were not read.</param>
internal sealed record SourceParts(MetaMap Map, string Body, int BodyLine, int TextStart);
