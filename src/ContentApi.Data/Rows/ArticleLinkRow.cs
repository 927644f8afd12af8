using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>A link from an article to another file of its source. When the other one gets another path, the article is rendered anew.</summary>
[PrimaryKey(nameof(ArticleId), nameof(Position))]
public sealed class ArticleLinkRow
{
    /// <summary>The article that holds the link.</summary>
    public Guid ArticleId { get; set; }

    /// <summary>0-based, by first appearance.</summary>
    public int Position { get; set; }

    /// <summary>Name of the custom field that holds the reference; null for a link of the body.</summary>
    public string? Field { get; set; }

    /// <summary>How the link is written: a word of the parser, such as FILE or WIKI.</summary>
    public required string Syntax { get; set; }

    /// <summary>The address or name as written.</summary>
    public required string Address { get; set; }

    /// <summary>Path of the file below the source's root; null when there is no such file.</summary>
    public string? TargetFilePath { get; set; }

    /// <summary>The site path that the HTML links to; null when there is no such file.</summary>
    public string? TargetPath { get; set; }
}
