namespace ContentApi.Parsing;

/// <summary>The name of a tag or a category.</summary>
/// <param name="Name">Trimmed, never empty.</param>
/// <param name="Slug">The slug that the file gives beside the name, in the form of <see cref="Parsing.Slug.From"/>; null when it gives none, or the one that the name has anyway.</param>
public sealed record ParsedName(string Name, string? Slug = null)
{
    /// <summary>
    /// Identity, as <see cref="NameKey"/> makes it. A slug of its own is part of it, so that a row that many files share has one slug
    /// whatever order they are read in.
    /// </summary>
    public string Key => Slug is null ? NameKey.Of(Name) : $"{NameKey.Of(Name)}\n{Slug}";
}
