namespace ContentApi.Data.Rows;

/// <summary>
/// What every edge from an article carries. The copies of the article's columns let "the newest of a tag" and "how many
/// in a category" be answered from one index, without the article; the importer writes edges and article together.
/// </summary>
public abstract class ArticleEdgeRow
{
    /// <summary>The article.</summary>
    public Guid ArticleId { get; set; }

    /// <summary>0-based place in the article's own list.</summary>
    public int Position { get; set; }

    /// <summary>Copy of <see cref="ArticleColumns.Kind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Copy of <see cref="ArticleColumns.Draft"/>.</summary>
    public bool Draft { get; set; }

    /// <summary>Copy of <see cref="ArticleRow.PublishedSort"/>.</summary>
    public DateTimeOffset PublishedSort { get; set; }

    /// <summary>Copy of <see cref="ArticleRow.ExpiresSort"/>.</summary>
    public DateTimeOffset ExpiresSort { get; set; }

    /// <summary>The article.</summary>
    public ArticleRow? Article { get; set; }
}
