using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>
/// The large texts of an article, which never change: an article that gets other ones gets another row. There is a row if and only if an
/// <see cref="ArticleRow"/> or an <see cref="ArticleUndoRow"/> with the article's id names its hash; those who write articles see to it, for no foreign key can say it.
/// </summary>
[PrimaryKey(nameof(ArticleId), nameof(Hash))]
public sealed class ArticleBodyRow
{
    /// <summary>The article.</summary>
    public Guid ArticleId { get; set; }

    /// <summary>128-bit hash of the texts; zero in rows of release 0.1.0.</summary>
    public Guid Hash { get; set; }

    /// <summary>As written, LF line ends.</summary>
    public required string Raw { get; set; }

    /// <summary>Sanitised HTML.</summary>
    public required string Html { get; set; }

    /// <summary>Plain text.</summary>
    public required string Text { get; set; }

    /// <summary>JSON array of <c>{"id","text","level"}</c> in document order.</summary>
    [Column(TypeName = "json")]
    public required string TableOfContents { get; set; }
}
