using System.Globalization;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.CustomFields;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContentApi.Importer.Settings;

/// <summary>
/// Reads <c>contentapi.yaml</c>. The generators' own files are read as far as they go; this one is ours, so a mistake in it
/// ends the run with its place, because a setting that is silently not there costs an hour. All mistakes are told at once.
/// </summary>
internal sealed class ContentSettingsReader
{
    private const int MaxLength = 64 * 1024;
    private const string FieldsName = "fields";

    // What people call such a file, and would wonder about.
    private static readonly string[] OtherNames = ["contentapi.yml", "contentapi.json", ".contentapi.yaml", ".contentapi.yml"];

    private readonly Dictionary<string, Scalar> _values = [];
    private readonly List<(long Line, long Column, string What)> _faults = [];
    private IReadOnlyList<FieldDeclaration>? _fields;

    private ContentSettingsReader()
    {
    }

    public static ContentSettings Read(string folder)
    {
        if (ReadText(folder) is not { } text)
            return ContentSettings.None;
        var reader = new ContentSettingsReader();
        try
        {
            reader.ReadEntries(new Parser(new StringReader(text)));
        }
        catch (YamlException e)
        {
            // Of a tab YAML's place is often the line before.
            if (FindTab(text) is { } line)
                reader.Add(line, 1, "a tab cannot indent in YAML; use spaces.");
            else
                reader.Add(e.Start, "this line, or the one before it, breaks YAML's rules: close every quote and bracket, and put a value that begins with a sign in quotes.");
        }

        var settings = reader.ToSettings();
        return reader._faults.Count == 0 ? settings : throw new ImportRefusedException(reader.Sentences());
    }

    private static string? ReadText(string folder)
    {
        var path = Path.Combine(folder, ContentSettings.FileName);
        var file = new FileInfo(path);
        if (!file.Exists && file.LinkTarget is null)
        {
            return Array.Find(OtherNames, name => File.Exists(Path.Combine(folder, name))) is { } other
                ? throw new ImportRefusedException($"{other} is not read; call it {ContentSettings.FileName}.")
                : null;
        }

        if (SiteFile.Find(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), ContentSettings.FileName) is not { } found)
            throw new ImportRefusedException($"{ContentSettings.FileName} is a link that leads out of its folder; put the file itself there.");
        try
        {
            return SiteFile.Read(found, MaxLength) is { } content
                ? new StreamReader(new MemoryStream(content)).ReadToEnd()
                : throw new ImportRefusedException($"{ContentSettings.FileName} has {found.Length} bytes, and settings at most {MaxLength}; is it another file?");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"{ContentSettings.FileName} cannot be read ({e.Message.TrimEnd('.')}); give yourself the right to.");
        }
    }

    private void ReadEntries(IParser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || (parser.Accept<Scalar>(out var nothing) && IsNull(nothing)))
            return;
        if (!parser.TryConsume<MappingStart>(out _))
        {
            Add(parser.Current!.Start, "these are no settings; write one 'name: value' a line.");
            return;
        }

        while (!parser.Accept<MappingEnd>(out _))
            ReadEntry(parser);
        parser.Consume<MappingEnd>();
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            Add(parser.Current!.Start, "a second document begins here; settings are one.");
    }

    private void ReadEntry(IParser parser)
    {
        if (!parser.TryConsume<Scalar>(out var key))
        {
            Add(parser.Current!.Start, "the name of a setting is a text.");
            parser.SkipThisAndNestedEvents();
            parser.SkipThisAndNestedEvents();
            return;
        }

        var isKnown = Check(key);
        if (isKnown && key.Value == FieldsName && parser.Accept<MappingStart>(out _))
        {
            _fields = new FieldsReader(Add).Read(parser);
            return;
        }

        if (parser.TryConsume<Scalar>(out var value))
        {
            if (isKnown && !IsNull(value))
                Keep(key.Value, value);
            return;
        }

        if (isKnown)
            Add(parser.Current!.Start, key.Value == FieldsName ? FieldsReader.Rule : $"{key.Value} takes one value; this is {Describe(parser.Current)}.");
        parser.SkipThisAndNestedEvents();
    }

    private void Keep(string name, Scalar value)
    {
        if (name == FieldsName)
            Add(value.Start, FieldsReader.Rule);
        else
            _values.Add(name, value);
    }

    private bool Check(Scalar key)
    {
        var names = ContentSettings.Known.Select(x => x.Name).ToList();
        var isThere = key.Value == FieldsName ? _fields is not null : _values.ContainsKey(key.Value);
        if (names.Contains(key.Value) && !isThere)
            return true;
        if (names.Contains(key.Value))
        {
            Add(key.Start, $"{key.Value} is there twice; delete one.");
            return false;
        }

        var hint = NearestName.Find(key.Value, names) is { } near ? $"did you mean {near}?" : $"there are {string.Join(", ", names)}.";
        Add(key.Start, $"there is no setting '{Printed(key.Value)}'; {hint}");
        return false;
    }

    private ContentSettings ToSettings() => new()
    {
        Source = Find("source", text => text.Length <= ImportSettings.MaxNameLength ? text : null, $"has at most {ImportSettings.MaxNameLength} characters"),
        Dialect = Choice<Dialect>("dialect"),
        Title = Find("title", text => text, ""),
        SiteUrl = Find("siteUrl", text => ImportSettings.ReadSiteUrl(text) is null ? null : text, "is an address such as https://example.org"),
        Locale = Find("locale", text => LocaleTag.IsOne(text) ? text : null, "is a language tag such as en or zh-Hans"),
        TimeZone = Find("timeZone", text => IanaZone.Find(text)?.Id, "is an IANA name such as Asia/Shanghai", IanaZone.Names),
        DateOrder = Choice<DateOrder>("dateOrder"),
        Encoding = Find("encoding", text => TextEncoding.Find(text)?.WebName, "is a name such as gb18030 or windows-1252"),
        SplitAuthors = Switch("splitAuthors"),
        Fields = _fields ?? [],
        Server = ToServer(),
    };

    private ServerSettings ToServer()
    {
        var server = new ServerSettings
        {
            Documents = Placed("documents", text => text.Contains('\0', StringComparison.Ordinal) ? null : text, "is a folder such as ../operations"),
            OnlyDocuments = Switch("onlyDocuments"),
        };
        if (server.OnlyDocuments == true && !_values.ContainsKey("documents"))
            Add(_values["onlyDocuments"].Start, "onlyDocuments needs the folder of the documents; give it as documents.");
        return server;
    }

    private T? Choice<T>(string name)
        where T : struct, Enum => Choice(name) is { } word and not ContentSettings.DetectDialect ? Enum.Parse<T>(word, ignoreCase: true) : null;

    private bool? Switch(string name) => Choice(name) is { } word ? word == "true" : null;

    private PlacedText? Placed(string name, Func<string, string?> read, string rule) =>
        Find(name, read, rule) is { } text ? new PlacedText(text, PlaceOf(Math.Max(1, _values[name].Start.Line), Math.Max(1, _values[name].Start.Column))) : null;

    private string? Choice(string name)
    {
        var words = ContentSettings.Known.Single(x => x.Name == name).Values;
        return Find(name, text => words.Contains(text) ? text : null, $"is {string.Join(", ", words.SkipLast(1))} or {words[^1]}", words);
    }

    private string? Find(string name, Func<string, string?> read, string rule, IEnumerable<string>? words = null)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        var text = value.Value.Trim();
        if (text.Length > 0 && read(text) is { } known)
            return known;
        var hint = words is not null && NearestName.Find(text, words) is { } near ? $"did you mean {near}?" : $"{name} {rule}.";
        Add(value.Start, text.Length > 0 ? $"'{Printed(text)}' is no {name}; {hint}" : $"{name} is empty; give a value or delete the line.");
        return null;
    }

    /// <summary>1-based number of the first line that is indented with a tab; null when there is none.</summary>
    private static int? FindTab(string text) =>
        Array.FindIndex(text.Split('\n'), line => line.TrimStart(' ').StartsWith('\t')) is >= 0 and var index ? index + 1 : null;

    internal static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";

    private static string Describe(ParsingEvent found) => found switch
    {
        SequenceStart => "a list",
        MappingStart => "a group of settings",
        _ => "a reference to another value",
    };

    internal static string Printed(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= 80 ? line : line[..79] + "…";
    }

    private void Add(Mark mark, string what) => Add(Math.Max(1, mark.Line), Math.Max(1, mark.Column), what);

    private void Add(long line, long column, string what) => _faults.Add((line, column, what));

    private string Sentences() => string.Join(' ', _faults.OrderBy(x => x.Line).ThenBy(x => x.Column).Select(x => $"{PlaceOf(x.Line, x.Column)}: {x.What}"));

    private static string PlaceOf(long line, long column) => string.Create(CultureInfo.InvariantCulture, $"{ContentSettings.FileName}:{line}:{column}");
}
