using ContentApi.Parsing;

namespace ContentApi.Importer;

/// <summary>What to import, where to, and how to read it.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// The content: a folder, an archive, or the address of a repository, as <see cref="Sources.SourceAddress.Read"/> takes them. Its
    /// <c>contentapi.yaml</c> says what the options below leave out.
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>An Npgsql connection string of a migrated database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The folder that archives and repositories are unpacked into, and stay in; null for that of <c>CONTENTAPI_CACHE</c>, else the user's own.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Name of the source; null for the folder's own setting, else its base name.</summary>
    public string? SourceName { get; init; }

    /// <summary>Whose rules apply; null for the folder's own setting, else they are detected.</summary>
    public Dialect? Dialect { get; init; }

    /// <summary>True detects the dialect whatever the folder's own settings say; <see cref="Dialect"/> does not count then.</summary>
    public bool DetectsDialect { get; init; }

    /// <summary>IANA zone of dates without an offset; null for the folder's own setting, else the site's own, else UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Order of numeric dates such as 01/02/2026; null for the folder's own setting, without which those that could be either are reported.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>Name of the encoding of files that are not valid UTF-8, as of <see cref="Settings.TextEncoding"/>; null for the folder's own setting, without which such files are rejected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Absolute address of the site, for image addresses that are no file of the folder; null for the folder's own setting, else the site's own, else none.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>BCP 47 tag of articles that name no language; null for the folder's own setting, else the site's own, else <c>en</c>.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>True splits <c>A and B</c> and <c>A, B</c> into several authors; null for the folder's own setting, else false.</summary>
    public bool? SplitAuthors { get; init; }

    /// <summary>True opens every file instead of trusting sizes and times of change.</summary>
    public bool Checksum { get; init; }

    /// <summary>True removes articles whose file is gone, unless more than half of the source would vanish.</summary>
    public bool Prune { get; init; }

    /// <summary>True prunes however much of the source vanishes; implies <see cref="Prune"/>.</summary>
    public bool ForcePrune { get; init; }
}
