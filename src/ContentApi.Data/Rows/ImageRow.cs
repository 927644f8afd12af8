namespace ContentApi.Data.Rows;

/// <summary>An image: a file of one source, or a remote address shared by all.</summary>
public sealed class ImageRow
{
    /// <summary>128-bit hash of the address, for files of source and path.</summary>
    public Guid Id { get; set; }

    /// <summary>The source of a local image; null for remote ones.</summary>
    public Guid? SourceId { get; set; }

    /// <summary>Value of the graph's <c>ImageOrigin</c>.</summary>
    public required string Origin { get; set; }

    /// <summary>The address as written, lazy-loading attributes resolved; of several the ordinal-smallest.</summary>
    public required string SourceUrl { get; set; }

    /// <summary>Where it is served: absolute, or <c>/images/…</c> below the server's own address when <see cref="FilePath"/> is set.</summary>
    public required string Url { get; set; }

    /// <summary>Path below the source's root; null when the image is remote or missing.</summary>
    public string? FilePath { get; set; }

    /// <summary>Media type; null when unknown.</summary>
    public string? MimeType { get; set; }

    /// <summary>Bytes; null when unknown.</summary>
    public long? ByteSize { get; set; }

    /// <summary>Generated: <see cref="ByteSize"/> with null as -1.</summary>
    public long ByteSizeSort { get; set; }

    /// <summary>Hash of the bytes, lower-case hexadecimal; null when they were not read.</summary>
    public string? ContentHash { get; set; }

    /// <summary>As of <see cref="ArticleColumns.FileStamp"/>.</summary>
    public Guid? FileStamp { get; set; }

    /// <summary>Ordinal-smallest alternative text in use; null when none is given.</summary>
    public string? Alt { get; set; }

    /// <summary>The source of a local image.</summary>
    public SourceRow? Source { get; set; }
}
