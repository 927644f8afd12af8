using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>A path at which an article was until an import moved it. What its file gives as former paths is in <see cref="ArticleAliasRow"/>.</summary>
[PrimaryKey(nameof(SourceId), nameof(Path))]
public sealed class ArticleRedirectRow
{
    /// <summary>The source of the article.</summary>
    public Guid SourceId { get; set; }

    /// <summary>Starts with <c>/</c>, has no trailing slash; no article of the source has it now.</summary>
    public required string Path { get; set; }

    /// <summary>Where it leads.</summary>
    public Guid ArticleId { get; set; }

    /// <summary>When the article moved away.</summary>
    public DateTimeOffset MovedAt { get; set; }
}
