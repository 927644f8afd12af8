using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>An article has a tag.</summary>
[PrimaryKey(nameof(ArticleId), nameof(TagId))]
public sealed class ArticleTagRow : ArticleEdgeRow
{
    /// <summary>The tag.</summary>
    public Guid TagId { get; set; }

    /// <summary>The tag's name as this article spells it.</summary>
    public required string Name { get; set; }

    /// <summary>The tag.</summary>
    public TagRow? Tag { get; set; }
}
