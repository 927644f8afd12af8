using System.Text.RegularExpressions;
using ContentApi.Importer;
using ContentApi.Importer.Settings;
using ContentApi.Parsing;

namespace ContentApi.Cli.Arguments;

/// <summary>
/// What the user said about how a folder is read: each setting in an option, else in an environment variable of the same
/// name. What is said nowhere is null, and left to the folder's own contentapi.yaml and to what is found out.
/// </summary>
internal sealed partial record GivenSettings
{
    /// <summary>The dialect that stands for finding it out.</summary>
    public const string Detect = "auto";

    public static IReadOnlyList<string> Dialects { get; } = [Detect, .. Enum.GetNames<Dialect>().Select(name => name.ToLowerInvariant())];

    public static IReadOnlyList<string> DateOrders { get; } = ["ymd", "dmy", "mdy"];

    public GivenValue? Source { get; private init; }

    public GivenValue? Dialect { get; private init; }

    public GivenValue? SiteUrl { get; private init; }

    public GivenValue? Locale { get; private init; }

    public GivenValue? TimeZone { get; private init; }

    public GivenValue? DateOrder { get; private init; }

    public GivenValue? Encoding { get; private init; }

    public GivenValue? SplitAuthors { get; private init; }

    /// <summary>Reads the settings.</summary>
    /// <param name="option">Gives the value of an option of the command, or null.</param>
    /// <exception cref="CommandFault">A value is not what it has to be; the sentence names the option or variable.</exception>
    public static GivenSettings Read(Func<string, string?> option)
    {
        GivenValue? Find(string name) => GivenValue.Find(name, option(name));
        var settings = new GivenSettings
        {
            Source = Find("--source"),
            Dialect = Find("--dialect"),
            SiteUrl = Find("--site-url"),
            Locale = Find("--locale"),
            TimeZone = Find("--time-zone"),
            DateOrder = Find("--date-order"),
            Encoding = Find("--encoding"),
            SplitAuthors = Find("--split-authors"),
        };
        settings.Check();
        return settings;
    }

    /// <summary>Reads the settings of a command that has no options for them.</summary>
    /// <exception cref="CommandFault">A value is not what it has to be; the sentence names the variable.</exception>
    public static GivenSettings ReadEnvironment() => Read(_ => null);

    /// <summary>The setting of a name as contentapi.yaml has it; null when it was not given.</summary>
    public GivenValue? Find(string name) => name switch
    {
        "source" => Source,
        "dialect" => Dialect,
        "siteUrl" => SiteUrl,
        "locale" => Locale,
        "timeZone" => TimeZone,
        "dateOrder" => DateOrder,
        "encoding" => Encoding,
        "splitAuthors" => SplitAuthors,
        _ => null,
    };

    /// <summary>Puts the settings into the options of an import.</summary>
    public ImportOptions ApplyTo(ImportOptions options) => options with
    {
        SourceName = Source?.Text,
        Dialect = Dialect is { Text: not Detect and var dialect } ? Enum.Parse<Dialect>(dialect, ignoreCase: true) : null,
        DetectsDialect = Dialect is { Text: Detect },
        SiteUrl = SiteUrl?.Text,
        DefaultLocale = Locale?.Text,
        TimeZone = TimeZone?.Text,
        DateOrder = DateOrder is { Text: var order } ? Enum.Parse<DateOrder>(order, ignoreCase: true) : null,
        Encoding = Encoding?.Text,
        SplitAuthors = SplitAuthors is { } split ? split.Text == "true" : null,
    };

    private void Check()
    {
        Dialect?.OneOf(Dialects);
        DateOrder?.OneOf(DateOrders);
        SplitAuthors?.OneOf(["true", "false"]);
        if (SiteUrl is { } url && !(Uri.TryCreate(url.Text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw url.IsNot("an address such as https://example.org/");
        }

        if (TimeZone is { } zone && IanaZone.Find(zone.Text) is null)
        {
            throw zone.IsNot("an IANA name such as Asia/Shanghai");
        }

        if (Encoding is { } encoding && TextEncoding.Find(encoding.Text) is null)
        {
            throw encoding.IsNot("the name of an encoding such as gb18030 or windows-1252");
        }

        if (Locale is { } locale && !LanguageTag().IsMatch(locale.Text))
        {
            throw locale.IsNot("a language tag such as en or zh-CN");
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
