using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>An article that the newest import of a source replaced or removed, as it was. Its body stays as long as this row: see <see cref="ArticleBodyRow"/>.</summary>
[PrimaryKey(nameof(ImportRunId), nameof(Id))]
public sealed class ArticleUndoRow : ArticleColumns
{
    /// <summary>The import.</summary>
    public Guid ImportRunId { get; set; }
}
