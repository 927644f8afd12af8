namespace ContentApi.Server.FirstPage;

/// <summary>An article as its card shows it.</summary>
/// <param name="Title">The title.</param>
/// <param name="Path">Unique key, for the query that the card leads to.</param>
/// <param name="Excerpt">One or two sentences of plain text.</param>
/// <param name="Locale">Language after BCP 47; null when unknown.</param>
/// <param name="PublishedAt">Null when undated.</param>
/// <param name="Cover">Null when it has none.</param>
/// <param name="PrimaryCategory">Null when it has none.</param>
/// <param name="Authors">In the order of the file.</param>
public sealed record ArticleTeaser(
    string Title,
    string Path,
    string Excerpt,
    string? Locale,
    DateTimeOffset? PublishedAt,
    Picture? Cover,
    ArticleTeaser.CategoryName? PrimaryCategory,
    IReadOnlyList<ArticleTeaser.Writer> Authors)
{
    /// <summary>The category of an article.</summary>
    /// <param name="Name">Display name.</param>
    public sealed record CategoryName(string Name);

    /// <summary>Who wrote an article.</summary>
    /// <param name="Name">Display name.</param>
    /// <param name="Avatar">Null when there is none.</param>
    public sealed record Writer(string Name, Picture? Avatar);
}
