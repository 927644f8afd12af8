namespace ContentApi.Parsing;

/// <summary>What a link to another file of the source means.</summary>
/// <param name="Path">Site path of the article that the file gives, in the form of <see cref="ParsedArticle.Path"/>; null when the link is dead.</param>
/// <param name="Nearest">For a dead link, an address that may have been meant; null when nothing is like it.</param>
public sealed record LinkTarget(string? Path, string? Nearest = null)
{
    /// <summary>Title of that article; null when the link is dead.</summary>
    public string? Title { get; init; }
}
