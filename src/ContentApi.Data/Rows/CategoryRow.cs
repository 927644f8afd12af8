namespace ContentApi.Data.Rows;

/// <summary>A node of the category tree, shared by all sources.</summary>
public sealed class CategoryRow
{
    /// <summary>128-bit hash of the keys of the names from the root.</summary>
    public Guid Id { get; set; }

    /// <summary>Null at the root.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Last segment of <see cref="Path"/>.</summary>
    public required string Slug { get; set; }

    /// <summary>Ordinal-smallest spelling in use.</summary>
    public required string Name { get; set; }

    /// <summary>Slugs from the root joined by <c>/</c>.</summary>
    public required string Path { get; set; }

    /// <summary>0 at the root.</summary>
    public int Depth { get; set; }

    /// <summary>Order among its siblings.</summary>
    public int Position { get; set; }

    /// <summary>Null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>How many articles it lists for good: those of <see cref="Data.ListedArticles.Condition"/>, published or not yet.</summary>
    public int ListedArticles { get; set; }

    /// <summary>Null at the root.</summary>
    public CategoryRow? Parent { get; set; }
}
