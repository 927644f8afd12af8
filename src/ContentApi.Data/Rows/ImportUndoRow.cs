using System.ComponentModel.DataAnnotations.Schema;

namespace ContentApi.Data.Rows;

/// <summary>
/// A row that the newest import of a source replaced or removed, as it was, or that it added; of articles see <see cref="ArticleUndoRow"/>. A migration that
/// changes the tables of content empties this one, for rows of another shape cannot be put back.
/// </summary>
public sealed class ImportUndoRow
{
    /// <summary>Rows of a table are put back in this order.</summary>
    public long Id { get; set; }

    /// <summary>The import.</summary>
    public Guid ImportRunId { get; set; }

    /// <summary>The table that the row was in; of the import's own table there is one row, which says that the import may be undone.</summary>
    public required string TableName { get; set; }

    /// <summary>True for a row that the import added: it goes when the import is undone.</summary>
    public bool IsNew { get; set; }

    /// <summary>JSON object of its columns, of a new row of its key (type <c>json</c>, because <c>jsonb</c> reorders the keys of <see cref="ArticleColumns.Params"/>).</summary>
    [Column(TypeName = "json")]
    public required string Content { get; set; }
}
