namespace ContentApi.Data.Rows;

/// <summary>An article has an author.</summary>
public sealed class ArticleAuthorRow : ArticleEdgeRow
{
    /// <summary>The author.</summary>
    public Guid AuthorId { get; set; }

    /// <summary>The author's name as this article spells it.</summary>
    public required string Name { get; set; }

    /// <summary>The author's address as this article gives it; null when it gives none.</summary>
    public string? Url { get; set; }

    /// <summary>The author.</summary>
    public AuthorRow? Author { get; set; }
}
