using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>An article lies in a category, directly or through a category below it; one row per pair.</summary>
[PrimaryKey(nameof(ArticleId), nameof(CategoryId))]
public sealed class ArticleCategoryRow : ArticleEdgeRow
{
    /// <summary>The category.</summary>
    public Guid CategoryId { get; set; }

    /// <summary>True when a category path of the article ends here.</summary>
    public bool IsLeaf { get; set; }

    /// <summary>The category's name as this article spells it.</summary>
    public required string Name { get; set; }

    /// <summary>The category.</summary>
    public CategoryRow? Category { get; set; }
}
