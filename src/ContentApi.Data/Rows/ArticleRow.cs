namespace ContentApi.Data.Rows;

/// <summary>One imported file. Its body lies in <see cref="ArticleBodyRow"/>, so that lists read narrow rows.</summary>
public sealed class ArticleRow : ArticleColumns
{
    /// <summary>Generated: <see cref="ArticleColumns.PublishedAt"/> with null as minus infinity, for keyset paging.</summary>
    public DateTimeOffset PublishedSort { get; set; }

    /// <summary>Generated: <see cref="ArticleColumns.UpdatedAt"/> with null as minus infinity.</summary>
    public DateTimeOffset UpdatedSort { get; set; }

    /// <summary>Generated: <see cref="ArticleColumns.ExpiresAt"/> with null as infinity.</summary>
    public DateTimeOffset ExpiresSort { get; set; }

    /// <summary>Generated: <see cref="ArticleColumns.Weight"/> with null as minus infinity.</summary>
    public double WeightSort { get; set; }

    /// <summary>Generated: <see cref="ArticleColumns.SeriesPosition"/> with null as infinity, for the order of a series.</summary>
    public double SeriesSort { get; set; }

    /// <summary>Content version at which the row last changed.</summary>
    public long Version { get; set; }

    /// <summary>The source that the file belongs to.</summary>
    public SourceRow? Source { get; set; }

    /// <summary>The cover.</summary>
    public ImageRow? Cover { get; set; }

    /// <summary>The first leaf category.</summary>
    public CategoryRow? PrimaryCategory { get; set; }
}
