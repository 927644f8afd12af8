using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>The large texts of an article.</summary>
[PrimaryKey(nameof(ArticleId))]
public sealed class ArticleBodyRow
{
    /// <summary>The article.</summary>
    public Guid ArticleId { get; set; }

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
