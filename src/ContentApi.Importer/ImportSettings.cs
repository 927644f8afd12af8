using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Importer.Sites;
using ContentApi.Importer.Sources;
using ContentApi.Parsing;
using ContentApi.Parsing.CustomFields;

namespace ContentApi.Importer;

/// <summary>The options of a run with everything filled in that the folder itself says.</summary>
internal sealed record ImportSettings
{
    // A name is part of a B-tree entry, which ends at 2,704 bytes, and of messages.
    public const int MaxNameLength = 200;

    /// <summary>Where the content comes from.</summary>
    public required MaterializedSource Source { get; init; }

    /// <summary>The folder that it lies in.</summary>
    public string Root => Source.Folder;

    public required string SourceName { get; init; }
    public required Guid SourceId { get; init; }
    public required DetectedDialect Dialect { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required DateOrder? DateOrder { get; init; }
    public required bool SplitAuthors { get; init; }

    /// <summary>Of files that are not valid UTF-8; null rejects them.</summary>
    public required Encoding? Encoding { get; init; }

    /// <summary>False where the times of files say nothing about when their contents changed.</summary>
    public bool TrustsTimes => Source.TrustsTimes;

    /// <summary>Ids of the files' contents in a repository, by path; null when the files come from none.</summary>
    public IReadOnlyDictionary<string, string>? BlobIds => Source.BlobIds;

    public required Uri? SiteUrl { get; init; }
    public required string? Title { get; init; }
    public required string DefaultLocale { get; init; }

    /// <summary>What the tool's own settings say.</summary>
    public required SiteConfiguration Site { get; init; }

    /// <summary>What the parser is told of the site.</summary>
    public required SiteFacts Facts { get; init; }

    /// <summary>What the site gives to whole folders of files.</summary>
    public required SiteDefaults Defaults { get; init; }

    public required AuthorFile Authors { get; init; }

    /// <summary>Keys that are fields of their own.</summary>
    public required IReadOnlyList<FieldDeclaration> Fields { get; init; }

    /// <summary>The settings of imports for people, in the order of <see cref="ContentSettings.Known"/>.</summary>
    public required IReadOnlyList<ResolvedSetting> Resolved { get; init; }

    /// <summary>The settings of a folder; archives and repositories are refused.</summary>
    /// <exception cref="ImportRefusedException">The folder is missing, or a setting makes no sense.</exception>
    public static ImportSettings Resolve(ImportOptions options)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder));
        if (!Directory.Exists(root))
            throw new ImportRefusedException(File.Exists(root) ? $"{root} is a file; give the folder that it lies in." : $"There is no folder {root}.");
        return Resolve(options, MaterializedSource.OfFolder(root));
    }

    /// <summary>The settings of content that lies where it can be read.</summary>
    /// <exception cref="ImportRefusedException">A setting makes no sense.</exception>
    public static ImportSettings Resolve(ImportOptions options, MaterializedSource source) => new SettingsResolver(source, options).Resolve();

    /// <summary>What the parser is told of every file of this source.</summary>
    public ParseOptions ToParseOptions() => new()
    {
        Dialect = Dialect.Dialect,
        TimeZone = TimeZone,
        DateOrder = DateOrder,
        SplitAuthors = SplitAuthors,
        SiteUrl = SiteUrl,
        FallbackEncoding = Encoding,
        Authors = Authors.Registry,
        Site = Facts,
        CustomFields = Fields,
        FindDefaults = Defaults.IsEmpty ? null : Defaults.Find,
    };

    public SourceRow ToRow() => new()
    {
        Id = SourceId,
        Name = SourceName,
        Root = Root,
        Address = Source.Address.Text,
        Dialect = Dialect.Dialect.ToString().ToUpperInvariant(),
        OptionsHash = HashOptions(),
        TimeZone = TimeZone.Id,
        DefaultLocale = DefaultLocale,
        Title = Title,
        Url = SiteUrl?.AbsoluteUri,
        Fields = CustomFields.Write([.. Fields.Select(RowMapper.CustomFieldOf)]),
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
            Encoding?.WebName,
            SiteUrl?.AbsoluteUri,
            DefaultLocale,
            JsonSerializer.Serialize(Facts with { LanguageFolders = new SortedDictionary<string, string>(Facts.LanguageFolders.ToDictionary(), StringComparer.Ordinal) }),
            Defaults.Fingerprint(),

            // By these, addresses of images and links are found.
            Site.Place.Inside,
            Site.Place.Below,
            Site.AttachmentFolder,
            .. Site.ContentFolders ?? [],
            .. Fields.Select(x => $"{x.Key}: {x.Type}"),
            .. Authors.Registry.People.SelectMany(x => new[] { x.Key, x.Name, x.Url, x.AvatarAddress, x.Bio, x.Email, x.ParamsJson }),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))));
    }

    /// <summary>The address of a site, with a slash at its end; null when the text is none.</summary>
    public static Uri? ReadSiteUrl(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? url
            : null;
}
