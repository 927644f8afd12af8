namespace ContentApi.Parsing;

/// <summary>What other articles have to know of one that they link to.</summary>
/// <param name="Path">Its site path, in the form of <see cref="ParsedArticle.Path"/>.</param>
/// <param name="Title">Its title; null when it is not known without its body.</param>
public sealed record ArticleHead(string Path, string? Title)
{
    /// <summary>As <see cref="ParsedArticle.IsDraft"/>.</summary>
    public bool IsDraft { get; init; }

    /// <summary>As <see cref="ParsedArticle.PublishedAt"/>.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>As <see cref="ParsedArticle.ExpiresAt"/>.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
