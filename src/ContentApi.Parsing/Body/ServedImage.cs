namespace ContentApi.Parsing.Body;

/// <summary>What is served in the place of an image as written.</summary>
/// <param name="Source">Address of the image.</param>
/// <param name="Href">Address of the picture that the link around it leads to; null when the link leads elsewhere or is none.</param>
internal sealed record ServedImage(string Source, string? Href);
