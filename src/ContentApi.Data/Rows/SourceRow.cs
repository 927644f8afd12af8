using System.ComponentModel.DataAnnotations.Schema;

namespace ContentApi.Data.Rows;

/// <summary>A content folder, archive or repository that was imported.</summary>
public sealed class SourceRow
{
    /// <summary>128-bit hash of <see cref="Name"/>.</summary>
    public Guid Id { get; set; }

    /// <summary>Unique name, by default the folder's base name.</summary>
    public required string Name { get; set; }

    /// <summary>Absolute path of the folder at the last import; local images are read below it.</summary>
    public required string Root { get; set; }

    /// <summary>What was imported, as it is told from other sources: <see cref="Root"/> of a folder, the path of an archive, the address of a repository.</summary>
    public required string Address { get; set; }

    /// <summary>Value of the graph's <c>SourceDialect</c>.</summary>
    public required string Dialect { get; set; }

    /// <summary>Hash of every option that changes what files are read as; a change reads all files again.</summary>
    public required string OptionsHash { get; set; }

    /// <summary>Hash of the paths of all image files at the last import; null when that is not known. While it is the same, every address means the file that it meant.</summary>
    public string? ImageFilesHash { get; set; }

    /// <summary>IANA zone of dates without an offset.</summary>
    public required string TimeZone { get; set; }

    /// <summary>BCP 47 tag of articles that name no language.</summary>
    public required string DefaultLocale { get; set; }

    /// <summary>The site's title; null when no setting gives one.</summary>
    public string? Title { get; set; }

    /// <summary>The site's absolute address; null when no setting gives one.</summary>
    public string? Url { get; set; }

    /// <summary>The fields that it declares, in their order, as <see cref="CustomFields"/> writes them; null when there are none.</summary>
    [Column(TypeName = "jsonb")]
    public string? Fields { get; set; }
}
