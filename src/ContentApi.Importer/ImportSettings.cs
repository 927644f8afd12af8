using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer;

/// <summary>The options of a run with everything filled in that the folder itself says.</summary>
internal sealed record ImportSettings
{
    // A name is part of a B-tree entry, which ends at 2,704 bytes, and of messages.
    private const int MaxNameLength = 200;

    public required string Root { get; init; }
    public required string SourceName { get; init; }
    public required Guid SourceId { get; init; }
    public required DetectedDialect Dialect { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required DateOrder? DateOrder { get; init; }
    public required bool SplitAuthors { get; init; }
    public required Uri? SiteUrl { get; init; }
    public required string? Title { get; init; }
    public required string DefaultLocale { get; init; }

    /// <exception cref="ImportRefusedException">The folder is missing, or an option makes no sense.</exception>
    public static ImportSettings Resolve(ImportOptions options)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder));
        if (!Directory.Exists(root))
            throw new ImportRefusedException($"There is no folder {root}.");
        var name = options.SourceName ?? Path.GetFileName(root);
        if (name.Length is 0 or > MaxNameLength || string.IsNullOrWhiteSpace(name))
            throw new ImportRefusedException($"A source needs a name of 1 to {MaxNameLength} characters; give one with --source.");

        var site = SiteConfiguration.Read(root);
        return new ImportSettings
        {
            Root = root,
            SourceName = name,
            SourceId = NaturalKey.Source(name),
            Dialect = options.Dialect is { } given ? new DetectedDialect(given, "it was chosen") : DialectDetector.Detect(root, site),
            TimeZone = FindZone(options, site),
            DateOrder = options.DateOrder,
            SplitAuthors = options.SplitAuthors,
            SiteUrl = FindSiteUrl(options, site),
            Title = site.Find("title"),
            DefaultLocale = FindLocale(options, site),
        };
    }

    /// <summary>What the parser is told of every file of this source.</summary>
    public ParseOptions ToParseOptions() => new()
    {
        Dialect = Dialect.Dialect,
        TimeZone = TimeZone,
        DateOrder = DateOrder,
        SplitAuthors = SplitAuthors,
    };

    public SourceRow ToRow() => new()
    {
        Id = SourceId,
        Name = SourceName,
        Root = Root,
        Dialect = Dialect.Dialect.ToString().ToUpperInvariant(),
        OptionsHash = HashOptions(),
        TimeZone = TimeZone.Id,
        DefaultLocale = DefaultLocale,
        Title = Title,
        Url = SiteUrl?.AbsoluteUri,
    };

    // Everything but the file itself that rows of an article are made of: when it changes, every file is read again.
    private string HashOptions()
    {
        string?[] parts =
        [
            RowMapper.Version.ToString(CultureInfo.InvariantCulture),
            Dialect.Dialect.ToString(),
            TimeZone.Id,
            DateOrder?.ToString(),
            SplitAuthors.ToString(),
            SiteUrl?.AbsoluteUri,
            DefaultLocale,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))));
    }

    private static TimeZoneInfo FindZone(ImportOptions options, SiteConfiguration site)
    {
        if (options.TimeZone is { } name)
        {
            return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
                ? zone
                : throw new ImportRefusedException($"'{name}' is no time zone; give an IANA name such as Asia/Shanghai.");
        }

        return site.Find("timezone") is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var found) ? found : TimeZoneInfo.Utc;
    }

    private static Uri? FindSiteUrl(ImportOptions options, SiteConfiguration site)
    {
        if (options.SiteUrl is { } text)
            return ReadSiteUrl(text) ?? throw new ImportRefusedException($"'{text}' is no address of a site; give one such as https://example.org.");

        // Hexo fills a new site's settings with example.com.
        return site.Find("url") is { } own && ReadSiteUrl(own) is { } url && !url.Host.StartsWith("example.", StringComparison.Ordinal) ? url : null;
    }

    private static Uri? ReadSiteUrl(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? url
            : null;

    private static string FindLocale(ImportOptions options, SiteConfiguration site) =>
        options.DefaultLocale ?? site.Find("language")?.Replace('_', '-') ?? "en";
}
