namespace ContentApi.Importer.Planning;

/// <summary>A field of an article that an import changes.</summary>
/// <param name="Name">As the graph calls it; <c>params.key</c> for a key of the front matter that no field takes.</param>
/// <param name="Before">Null when it was empty, and for lists.</param>
/// <param name="After">Null when it becomes empty, and for lists.</param>
/// <param name="Added">What comes to a list.</param>
/// <param name="Removed">What goes from a list.</param>
public sealed record FieldChange(string Name, string? Before, string? After, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);
