namespace ContentApi.Parsing.Body;

/// <summary>A body in its forms, with what else it gives to its article.</summary>
/// <param name="Body">The forms.</param>
/// <param name="Excerpt">What stands before the mark, else the start of the text.</param>
/// <param name="Heading">The first heading with words; null when there is none.</param>
/// <param name="Links">Links to other files of the source.</param>
/// <param name="Tags">Obsidian's tags within the text; empty for any other tool.</param>
internal sealed record BodyReading(ParsedBody Body, string Excerpt, string? Heading, IReadOnlyList<ParsedLink> Links, IReadOnlyList<string> Tags);
