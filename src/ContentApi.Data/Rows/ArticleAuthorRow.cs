using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>An article has an author.</summary>
[PrimaryKey(nameof(ArticleId), nameof(AuthorId))]
public sealed class ArticleAuthorRow : ArticleEdgeRow
{
    /// <summary>The author.</summary>
    public Guid AuthorId { get; set; }

    /// <summary>The author's name as this article spells it.</summary>
    public required string Name { get; set; }

    /// <summary>The author's address as this article or the source's registry gives it; null when neither does.</summary>
    public string? Url { get; set; }

    /// <summary>The author's description, likewise.</summary>
    public string? Bio { get; set; }

    /// <summary>The author's mail address, likewise.</summary>
    public string? Email { get; set; }

    /// <summary>What else is said of the author, likewise: a JSON object, as text, so that it can be compared.</summary>
    public string? Params { get; set; }

    /// <summary>The author's portrait, likewise.</summary>
    public Guid? AvatarId { get; set; }

    /// <summary>The address of <see cref="AvatarId"/>: as this article writes it, or with <c>/</c> for the source's root when the registry gives it.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>The author.</summary>
    public AuthorRow? Author { get; set; }

    /// <summary>The portrait.</summary>
    public ImageRow? Avatar { get; set; }
}
