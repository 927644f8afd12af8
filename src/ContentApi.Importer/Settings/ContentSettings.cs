using ContentApi.Parsing;
using ContentApi.Parsing.CustomFields;

namespace ContentApi.Importer.Settings;

/// <summary>What a content folder says about itself in its <c>contentapi.yaml</c>. What it does not say is null.</summary>
public sealed record ContentSettings
{
    /// <summary>Name of the file, at the root of a content folder.</summary>
    public const string FileName = "contentapi.yaml";

    /// <summary>The word that stands for finding the dialect out.</summary>
    public const string DetectDialect = "auto";

    /// <summary>The settings of a folder without such a file.</summary>
    public static readonly ContentSettings None = new();

    /// <summary>Every setting, in the order in which a file should have them.</summary>
    public static IReadOnlyList<ContentSetting> Known { get; } =
    [
        Text("source", "my-blog", "Name under which the content is stored; without it that of the folder. Choose it before the first import: a folder keeps its name in a database."),
        Choice("dialect", [DetectDialect, .. WordsOf<Dialect>()], "hexo", "The tool whose conventions the files follow; without it they are detected."),
        Text("title", "My blog", "Title of the site."),
        Text("siteUrl", "https://example.org", "Address of the site, for images that lie there and not in this folder."),
        Text("locale", "en", "Language (BCP 47) of files that name none; without it en."),
        Text("timeZone", "Asia/Shanghai", "Time zone (IANA) of dates without one; without it UTC."),
        Choice("dateOrder", WordsOf<DateOrder>(), "dmy", "Order of day, month and year in dates such as 01/02/2026; without it those that could be either are left out."),
        Text("encoding", "gb18030", "Encoding of files that are not UTF-8 and have no byte order mark; without it they are rejected."),
        Switch("splitAuthors", "true", "True reads 'A and B' and 'A, B' as two authors; without it as one."),
        new() { Name = "fields", Kind = ContentSettingKind.Fields, Values = [], Example = "{ rating: Float, sources: [URL], seeAlso: [Article] }", Description = $"Keys of the front matter that become fields of their own, with their types: {string.Join(", ", Enum.GetNames<FieldScalar>())}, or a list of one but JSON." },
        ForServer(Text("documents", "../operations", "Folder of trusted documents, *.graphql files, relative to this one, which the server of dev loads at its start; without it there are none.")),
        ForServer(Switch("onlyDocuments", "true", "True has the server of dev answer trusted documents and nothing else; without it it answers every document.")),
    ];

    /// <summary>Name of the source.</summary>
    public string? Source { get; init; }

    /// <summary>Whose rules apply; null also for <see cref="DetectDialect"/>.</summary>
    public Dialect? Dialect { get; init; }

    /// <summary>Title of the site.</summary>
    public string? Title { get; init; }

    /// <summary>Absolute http(s) address of the site.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA zone that this machine knows.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Order of numeric dates.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>Name of an encoding that .NET knows.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether one text may name several authors.</summary>
    public bool? SplitAuthors { get; init; }

    /// <summary>Keys that are fields of their own, in the order of the file.</summary>
    public IReadOnlyList<FieldDeclaration> Fields { get; init; } = [];

    /// <summary>What the server that <c>dev</c> runs for the folder is told.</summary>
    public ServerSettings Server { get; init; } = new();

    /// <summary>Reads the file of a folder; <see cref="None"/> when there is none.</summary>
    /// <param name="folder">The content folder, absolute or relative to the working folder.</param>
    /// <exception cref="ImportRefusedException">
    /// The file cannot be read, or something in it makes no sense: one sentence with file, line and column.
    /// </exception>
    public static ContentSettings Read(string folder) => ContentSettingsReader.Read(folder);

    private static ContentSetting Text(string name, string example, string description) =>
        new() { Name = name, Kind = ContentSettingKind.Text, Values = [], Example = example, Description = description };

    private static ContentSetting Choice(string name, IReadOnlyList<string> values, string example, string description) =>
        new() { Name = name, Kind = ContentSettingKind.Choice, Values = values, Example = example, Description = description };

    private static ContentSetting Switch(string name, string example, string description) =>
        new() { Name = name, Kind = ContentSettingKind.Switch, Values = ["true", "false"], Example = example, Description = description };

    private static ContentSetting ForServer(ContentSetting setting) => setting with { IsForServer = true };

    private static string[] WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
