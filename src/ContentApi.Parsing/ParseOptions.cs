using System.Text;
using ContentApi.Parsing.Authors;
using ContentApi.Parsing.CustomFields;

namespace ContentApi.Parsing;

/// <summary>What the parser has to know beyond the file itself. The same for a whole source but for <see cref="ResolveImage"/>.</summary>
public sealed record ParseOptions
{
    /// <summary>Whose rules apply.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>Zone of dates without an offset.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Order of numeric dates such as 01/02/2026; null reports those that could be either.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>True splits <c>A and B</c> and <c>A, B</c> into several authors.</summary>
    public bool SplitAuthors { get; init; }

    /// <summary>The people whom articles name by key or name.</summary>
    public AuthorRegistry Authors { get; init; } = AuthorRegistry.Empty;

    /// <summary>Where the site is, to which addresses of authors that begin with <c>/</c> belong; null when nobody says.</summary>
    public Uri? SiteUrl { get; init; }

    /// <summary>Encoding of files that are not valid UTF-8; null rejects them.</summary>
    public Encoding? FallbackEncoding { get; init; }

    /// <summary>What the site says about all of its files.</summary>
    public SiteFacts Site { get; init; } = SiteFacts.None;

    /// <summary>Keys that are fields of their own.</summary>
    public IReadOnlyList<FieldDeclaration> CustomFields { get; init; } = [];

    /// <summary>
    /// What the site gives to a file by the folders it lies in, the nearest first; null when it gives nothing to any. The file's own
    /// keys come before these, key by key. Called once per file with its path below the source.
    /// </summary>
    public Func<string, IReadOnlyList<FieldDefaults>>? FindDefaults { get; init; }

    /// <summary>True fills <see cref="ParsedArticle.Origins"/>, which costs time and memory.</summary>
    public bool TracksOrigins { get; init; }

    /// <summary>True fills <see cref="ParsedArticle.UnmappedKeys"/> and <see cref="ParsedArticle.MappedKeys"/>.</summary>
    public bool TracksUnmappedKeys { get; init; }

    /// <summary>
    /// What a link to another file of the source means; null for an address that need not be a file, which then stays as
    /// written. Called once per link. Without it all links stay as written.
    /// </summary>
    public Func<ParsedLink, LinkTarget?>? ResolveLink { get; init; }

    /// <summary>Turns an image address as written into the one to serve in the HTML; null keeps the address. Called once or more per image.</summary>
    public Func<string, string?>? ResolveImage { get; init; }
}
