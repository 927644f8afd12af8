using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>Every pair of a category and one at or below it.</summary>
[PrimaryKey(nameof(AncestorId), nameof(DescendantId))]
public sealed class CategoryClosureRow
{
    /// <summary>The upper one.</summary>
    public Guid AncestorId { get; set; }

    /// <summary>The lower one, or the same.</summary>
    public Guid DescendantId { get; set; }

    /// <summary>Steps between them, 0 for the category itself.</summary>
    public int Distance { get; set; }
}
