namespace ContentApi.Parsing.Body;

/// <summary>A body in its forms, with the excerpt it offers.</summary>
internal sealed record BodyReading(ParsedBody Body, string Excerpt);
