using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Sites;
using ContentApi.Importer.Sources;
using ContentApi.Parsing;

namespace ContentApi.Importer.Settings;

/// <summary>Decides every setting of a run: options over <c>contentapi.yaml</c> over the tool's own file over what the folder shows.</summary>
/// <param name="source">The content.</param>
/// <param name="options">Of the run.</param>
internal sealed class SettingsResolver(MaterializedSource source, ImportOptions options)
{
    private readonly List<ResolvedSetting> _resolved = [];
    private readonly ContentSettings _own = ContentSettings.Read(source.Folder);
    private readonly FolderOutline _outline = FolderOutline.Read(source.Folder);
    private SiteConfiguration _site = new() { Place = SitePlace.Of(source.Folder) };
    private Dialect _tool;

    /// <exception cref="ImportRefusedException">An option makes no sense.</exception>
    public ImportSettings Resolve()
    {
        var name = Note("source", options.SourceName ?? _own.Source ?? source.Address.DefaultName, options.SourceName, _own.Source, SettingOrigin.Default, "it is the folder's name")!;
        if (name.Length is 0 or > ImportSettings.MaxNameLength || string.IsNullOrWhiteSpace(name))
            throw new ImportRefusedException($"A source needs a name of 1 to {ImportSettings.MaxNameLength} characters; give one with --source.");
        var dialect = FindDialect();
        _site = SiteConfigurationReader.Read(dialect.Place, _tool);
        var title = Decide("title", given: null, _own.Title, _site.Title);
        var siteUrl = DecideSiteUrl() is not { } written ? null
            : ImportSettings.ReadSiteUrl(written) ?? throw new ImportRefusedException($"'{written}' is no address of a site; give one such as https://example.org.");
        var locale = Decide("locale", options.DefaultLocale, _own.Locale, _site.DefaultLocale, "en")!;
        var zone = Decide("timeZone", options.TimeZone, _own.TimeZone, FindTimeZone(), TimeZoneInfo.Utc.Id)!;
        var order = options.DateOrder ?? _own.DateOrder;
        Decide("dateOrder", WordOf(options.DateOrder), WordOf(_own.DateOrder), site: null);
        var encoding = Decide("encoding", options.Encoding, _own.Encoding, site: null);
        var splits = options.SplitAuthors ?? _own.SplitAuthors ?? false;
        Decide("splitAuthors", WordOf(options.SplitAuthors), WordOf(_own.SplitAuthors), site: null, "false");
        Decide("fields", given: null, _own.Fields.Count == 0 ? null : $"{{ {string.Join(", ", _own.Fields.Select(x => $"{x.Key}: {x.Type}"))} }}", site: null);
        return new ImportSettings
        {
            Source = source,
            SourceName = name,
            SourceId = NaturalKey.Source(name),
            Dialect = dialect,
            TimeZone = IanaZone.Find(zone) ?? throw new ImportRefusedException($"'{zone}' is no time zone; give an IANA name such as Asia/Shanghai."),
            DateOrder = order,
            Encoding = encoding is null ? null
                : TextEncoding.Find(encoding) ?? throw new ImportRefusedException($"'{encoding}' is no encoding; give a name such as gb18030 or windows-1252."),
            SplitAuthors = splits,
            SiteUrl = siteUrl,
            Title = title,
            DefaultLocale = locale,
            Site = _site,
            Facts = SiteFactsMaker.Make(_site, dialect.Dialect, _outline, options.DefaultLocale ?? _own.Locale ?? _site.DefaultLocale),
            Defaults = SiteDefaults.Read(dialect.Dialect, _site, _outline),
            Authors = AuthorFileReader.Read(source.Folder, _tool, _site, siteUrl),
            Fields = _own.Fields,
            Resolved = _resolved,
        };
    }

    private DetectedDialect FindDialect()
    {
        var chosen = options.DetectsDialect ? null : options.Dialect ?? _own.Dialect;
        var detected = chosen is null or Dialect.Generic ? DialectDetector.Detect(_outline) : null;
        _tool = detected?.Dialect ?? chosen!.Value;   // a site read by the generic rules has settings all the same
        if (chosen is { } dialect)
        {
            Note("dialect", WordOf<Dialect>(dialect), WordOf(options.Dialect), WordOf(_own.Dialect), SettingOrigin.Default, "");
            var reason = options.Dialect is null ? $"{ContentSettings.FileName} says so" : "it was chosen";
            return new DetectedDialect(dialect, reason, detected?.Place ?? DialectDetector.FindPlace(_outline, dialect));
        }

        var origin = detected!.Dialect == Dialect.Generic ? SettingOrigin.Default : SettingOrigin.Folder;
        Note("dialect", WordOf<Dialect>(detected.Dialect), given: null, own: null, origin, detected.Reason);
        return detected;
    }

    private string? FindTimeZone() => _site.TimeZone is { } name ? IanaZone.Find(name)?.Id : null;

    // What a tool writes into every new site is no address; it is told, because pictures of the site are not found without one.
    private string? DecideSiteUrl()
    {
        var isPlaceholder = _site.Url is { } url && SiteAddress.IsPlaceholder(url);
        return isPlaceholder && (options.SiteUrl ?? _own.SiteUrl) is null
            ? Note("siteUrl", value: null, given: null, own: null, SettingOrigin.SiteConfiguration, $"{_site.Url} in {_site.Files[0]} is a placeholder")
            : Decide("siteUrl", options.SiteUrl, _own.SiteUrl, isPlaceholder ? null : _site.Url);
    }

    private string? Decide(string name, string? given, string? own, string? site, string? fallback = null)
    {
        var value = given ?? own ?? site ?? fallback;
        return site is null
            ? Note(name, value, given, own, SettingOrigin.Default, "nothing says otherwise")
            : Note(name, value, given, own, SettingOrigin.SiteConfiguration, $"{_site.Files[0]} says so");
    }

    private string? Note(string name, string? value, string? given, string? own, SettingOrigin origin, string reason)
    {
        if (given is not null)
            (origin, reason) = (SettingOrigin.Option, "it was given");
        else if (own is not null)
            (origin, reason) = (SettingOrigin.SettingsFile, $"{ContentSettings.FileName} says so");
        _resolved.Add(new ResolvedSetting(name, value, origin, reason));
        return value;
    }

    private static string? WordOf<T>(T? value)
        where T : struct => value?.ToString()!.ToLowerInvariant();
}
