using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>A former path of an article, as its file gives it.</summary>
[PrimaryKey(nameof(ArticleId), nameof(Position))]
public sealed class ArticleAliasRow
{
    /// <summary>The article.</summary>
    public Guid ArticleId { get; set; }

    /// <summary>Starts with <c>/</c>, has no trailing slash; several articles may claim one.</summary>
    public required string Path { get; set; }

    /// <summary>0-based, in the order of the file.</summary>
    public int Position { get; set; }
}
