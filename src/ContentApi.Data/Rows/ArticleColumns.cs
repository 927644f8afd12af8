using System.ComponentModel.DataAnnotations.Schema;

namespace ContentApi.Data.Rows;

/// <summary>What a file gives of an article.</summary>
public abstract class ArticleColumns
{
    /// <summary>128-bit hash of source and the path at first import.</summary>
    public Guid Id { get; set; }

    /// <summary>The source that the file belongs to.</summary>
    public Guid SourceId { get; set; }

    /// <summary>Path of the file below the source's root, with <c>/</c>.</summary>
    public required string FilePath { get; set; }

    /// <summary>Site path, unique within the source.</summary>
    public required string Path { get; set; }

    /// <summary>Last segment of an address, not unique.</summary>
    public required string Slug { get; set; }

    /// <summary>Never empty.</summary>
    public required string Title { get; set; }

    /// <summary>Null when the file has none.</summary>
    public string? Description { get; set; }

    /// <summary>Plain text of at most about 1,000 characters unless the file gives more.</summary>
    public required string Excerpt { get; set; }

    /// <summary>Value of the graph's <c>ArticleKind</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>True: never public.</summary>
    public bool Draft { get; set; }

    /// <summary>Null: no date. Whole milliseconds, as the graph prints them; so are all instants of content.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>From the front matter; null when it has none.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Finite; null when the file has none.</summary>
    public double? Weight { get; set; }

    /// <summary>The date as written; null when <see cref="PublishedAt"/> is null.</summary>
    public string? SourceDateRaw { get; set; }

    /// <summary>The zone that was applied to it.</summary>
    public string? SourceDateZone { get; set; }

    /// <summary>True when the zone is an assumption.</summary>
    public bool? SourceDateZoneAssumed { get; set; }

    /// <summary>BCP 47 tag: the file's, else the site's default.</summary>
    public required string Locale { get; set; }

    /// <summary>What the articles of a source that translate each other share; see <see cref="Locale"/>.</summary>
    public required string TranslationKey { get; set; }

    /// <summary>Name of the series that the article is a part of; null when it is none.</summary>
    public string? SeriesTitle { get; set; }

    /// <summary>Slug of the series; articles with the same one are parts of the same series.</summary>
    public string? SeriesSlug { get; set; }

    /// <summary>Place in the series as the file gives it, finite; null when it gives none, and the date decides.</summary>
    public double? SeriesPosition { get; set; }

    /// <summary>Value of the graph's <c>BodyFormat</c>.</summary>
    public required string BodyFormat { get; set; }

    /// <summary>The <see cref="ArticleBodyRow.Hash"/> of its body.</summary>
    public Guid BodyHash { get; set; }

    /// <summary>1-based line of the first body line.</summary>
    public int BodyStartLine { get; set; }

    /// <summary>CJK characters plus other words.</summary>
    public int WordCount { get; set; }

    /// <summary>Minutes.</summary>
    public double ReadingTime { get; set; }

    /// <summary>The image with the role COVER; null when there is none.</summary>
    public Guid? CoverId { get; set; }

    /// <summary>Leaf of the first category path; null when there is none.</summary>
    public Guid? PrimaryCategoryId { get; set; }

    /// <summary>Absolute address; null when the file has none.</summary>
    public string? CanonicalUrl { get; set; }

    /// <summary>False only when the file says so.</summary>
    public bool CommentsEnabled { get; set; }

    /// <summary>JSON object, keys in the order of the file (type <c>json</c>, because <c>jsonb</c> reorders).</summary>
    [Column(TypeName = "json")]
    public required string Params { get; set; }

    /// <summary>
    /// JSON object of the values of custom fields by <see cref="CustomField.StoredName"/>; null when there are none. Only values that fit: numbers are
    /// finite, instants and days text in one form, and JSON is text too, because <c>jsonb</c> reorders it. References are rows of <see cref="ArticleLinkRow"/>.
    /// </summary>
    [Column(TypeName = "jsonb")]
    public string? Fields { get; set; }

    /// <summary>Hash of the file's bytes, lower-case hexadecimal.</summary>
    public required string ContentHash { get; set; }

    /// <summary>
    /// Hash of what tells a changed file without reading it: its size and time of change, or its blob id in a repository. Null when
    /// nothing was known that may be trusted.
    /// </summary>
    public Guid? FileStamp { get; set; }

    /// <summary>Full id of the commit that the file was read from; null when it was not read from a repository.</summary>
    public string? Commit { get; set; }

    /// <summary>Version of the parser that read the file; 0 or less when the article is to be made again as soon as its file can be read.</summary>
    public int ParserVersion { get; set; }

    /// <summary>When this content was first seen.</summary>
    public DateTimeOffset ImportedAt { get; set; }
}
