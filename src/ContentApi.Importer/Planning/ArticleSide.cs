namespace ContentApi.Importer.Planning;

/// <summary>What is compared of an article.</summary>
/// <param name="Fields">JSON object of its plain fields, by the names of the graph.</param>
/// <param name="Custom">JSON object of the fields that the source declares.</param>
/// <param name="Params">JSON object of the other keys of its front matter.</param>
/// <param name="Lists">Its lists, by the names of the graph.</param>
internal sealed record ArticleSide(string Fields, string Custom, string Params, IReadOnlyList<(string Name, string[] Items)> Lists);
