namespace ContentApi.Data.Rows;

/// <summary>A tag, shared by all sources.</summary>
public sealed class TagRow
{
    /// <summary>128-bit hash of the name's key.</summary>
    public Guid Id { get; set; }

    /// <summary>From the name; not unique.</summary>
    public required string Slug { get; set; }

    /// <summary>Ordinal-smallest spelling in use.</summary>
    public required string Name { get; set; }

    /// <summary>How many articles it lists for good: those of <see cref="Data.ListedArticles.Condition"/>, published or not yet.</summary>
    public int ListedArticles { get; set; }
}
