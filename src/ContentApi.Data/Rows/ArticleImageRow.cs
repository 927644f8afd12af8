using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>An article uses an image; one row per image.</summary>
[PrimaryKey(nameof(ArticleId), nameof(ImageId))]
public sealed class ArticleImageRow : ArticleEdgeRow
{
    /// <summary>The image.</summary>
    public Guid ImageId { get; set; }

    /// <summary>Values of the graph's <c>ImageRole</c>, never empty.</summary>
    public required string[] Roles { get; set; }

    /// <summary>The address as this article writes it.</summary>
    public required string SourceUrl { get; set; }

    /// <summary>Alternative text; null when the article gives none.</summary>
    public string? Alt { get; set; }

    /// <summary>Title; null when the article gives none.</summary>
    public string? Title { get; set; }

    /// <summary>Address of the smaller picture that links to this one; null when there is none.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>The image.</summary>
    public ImageRow? Image { get; set; }
}
