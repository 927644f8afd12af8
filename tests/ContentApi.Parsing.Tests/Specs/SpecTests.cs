using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.Parsing.Authors;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Tests.Specs;

public sealed class SpecTests
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static SpecTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        from file in SpecFile.Names()
        from spec in SpecFile.Read(file)
        select new TheoryDataRow<string, string>(file, spec.Name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_is_read_as_the_manual_says(string file, string name)
    {
        var spec = Assert.Single(SpecFile.Read(file), spec => spec.Name == name);
        foreach (var (dialect, result) in Run(spec))
        {
            var actual = ArticleJson.Of(result);
            var expected = (JsonObject)spec.Expected.DeepClone();
            expected.TryAdd("codes", new JsonArray());
            if (!spec.Settings.ContainsKey("dialect") && dialect is Dialect.Docusaurus or Dialect.Obsidian)
                (expected["codes"], actual["codes"]) = (WithoutTitle(expected["codes"]!), WithoutTitle(actual["codes"]!));
            foreach (var (key, value) in expected)
            {
                Assert.True(actual.ContainsKey(key), $"{dialect}: no {key} in {actual.ToJsonString(Json)}");
                Assert.Equal($"{dialect} {key}: {Show(value)}", $"{dialect} {key}: {Show(actual[key])}");
            }
        }
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own() =>
        Assert.Empty(SpecFile.Names().SelectMany(SpecFile.Read).GroupBy(spec => spec.Name).Where(group => group.Count() > 1).Select(group => group.Key));

    /// <summary>All findings of a case, in all its dialects.</summary>
    internal static IEnumerable<Diagnostic> Diagnose(SpecCase spec) => Run(spec).SelectMany(run => run.Result.Diagnostics);

    private static IEnumerable<(Dialect Dialect, ParseResult Result)> Run(SpecCase spec)
    {
        var dialects = DialectsOf(spec.Settings.GetValueOrDefault("dialect", ""));
        var registry = AuthorRegistryReader.Read("authors.yml", Encoding.UTF8.GetBytes(spec.Authors ?? ""), SiteUrlOf(spec));
        foreach (var dialect in dialects)
        {
            var options = OptionsOf(spec, dialect) with { Authors = new AuthorRegistry(registry.People) };
            var result = new ArticleParser(options).Parse(PathOf(spec, dialect, dialects.Length), BytesOf(spec));
            yield return (dialect, result with { Diagnostics = [.. registry.Diagnostics, .. result.Diagnostics] });
        }
    }

    // Jekyll reads no post without a date in its name, and keeps what is like any other file elsewhere.
    private static string PathOf(SpecCase spec, Dialect dialect, int dialects)
    {
        var path = spec.Settings.GetValueOrDefault("path", "_posts/a.md");
        var hasDate = path.Split('/')[^1].Split('-').Length > 3;
        return dialect == Dialect.Jekyll && !hasDate && (dialects > 1 || !spec.Settings.ContainsKey("path")) ? path.Replace("_posts/", "_pages/", StringComparison.Ordinal) : path;
    }

    private static JsonArray WithoutTitle(JsonNode codes) => new(
        [.. codes.AsArray().Select(code => (string)code!).Where(code => !code.StartsWith(DiagnosticCode.NoTitle, StringComparison.Ordinal)).Select(code => JsonValue.Create(code))]);

    private static string Show(JsonNode? node) => node is null ? "null" : node.ToJsonString(Json);

    private static ParseOptions OptionsOf(SpecCase spec, Dialect dialect) => new()
    {
        Dialect = dialect,
        TimeZone = spec.Settings.TryGetValue("zone", out var zone) ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc,
        DateOrder = spec.Settings.TryGetValue("order", out var order) ? Enum.Parse<DateOrder>(order, ignoreCase: true) : null,
        SplitAuthors = spec.Settings.ContainsKey("split-authors"),
        SiteUrl = SiteUrlOf(spec),
        Site = SiteOf(spec),
        FindDefaults = spec.Defaults is { } defaults ? _ => [new FieldDefaults("defaults.yml", DefaultsOf(defaults))] : null,
        TracksOrigins = spec.Expected.ContainsKey("origins"),
        FallbackEncoding = spec.Settings.TryGetValue("encoding", out var encoding) ? Encoding.GetEncoding(encoding) : null,
        ResolveLink = spec.Settings.TryGetValue("links", out var links) ? link => TargetOf(link, links) : null,
    };

    // "hugo,zola" names those that a case holds in, "-hugo,-zola" those that it does not hold in.
    private static Dialect[] DialectsOf(string names)
    {
        var words = names.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Select(word => Enum.Parse<Dialect>(word.TrimStart('-'), ignoreCase: true));
        return names.StartsWith('-') || words.Length == 0 ? [.. Enum.GetValues<Dialect>().Except(named)] : [.. named];
    }

    private static Uri? SiteUrlOf(SpecCase spec) => spec.Settings.TryGetValue("site-url", out var url) ? new Uri(url) : null;

    private static SiteFacts SiteOf(SpecCase spec) => new()
    {
        DefaultLocale = spec.Settings.GetValueOrDefault("default-locale"),
        Locales = spec.Settings.GetValueOrDefault("locales")?.Split(','),
        ContentRoots = spec.Settings.GetValueOrDefault("roots")?.Split(',', StringSplitOptions.RemoveEmptyEntries),
        ReadsDatesFromFileNames = spec.Settings.ContainsKey("dates-from-names"),
        DatesOfFileNamesWin = spec.Settings.ContainsKey("dates-of-names-first"),
        PostNames = spec.Settings.GetValueOrDefault("post-names"),
        KeepsDatesOfNames = spec.Settings.ContainsKey("keeps-dates"),
        PrefixesDefaultLocale = spec.Settings.ContainsKey("prefixes-default"),
        UnrenderedFolders = spec.Settings.TryGetValue("unrendered", out var unrendered) ? unrendered.Split(',').ToDictionary(x => x, _ => "no page") : SiteFacts.None.UnrenderedFolders,
        EncryptedTags = spec.Settings.GetValueOrDefault("encrypted-tags", "").Split(',', StringSplitOptions.RemoveEmptyEntries),
        BreaksLines = spec.Settings.TryGetValue("breaks", out var breaks) ? bool.Parse(breaks) : null,
        ExcerptSeparator = spec.Settings.GetValueOrDefault("excerpt-separator"),
        LanguageFolders = spec.Settings.GetValueOrDefault("language-folders", "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split(':')).ToDictionary(parts => parts[0], parts => parts[1]),
        Folder = spec.Settings.GetValueOrDefault("folder", ""),
        Site = spec.Settings.GetValueOrDefault("site", ""),
        Sections = [.. spec.Settings.GetValueOrDefault("sections", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split(':')).Select(SectionOf)],
        TagLabels = spec.Settings.GetValueOrDefault("tag-labels", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split(':'))
            .ToDictionary(parts => parts[0], parts => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { [parts[1]] = parts[2].Replace('_', ' ') }),
    };

    private static SiteSection SectionOf(string[] parts) => new() { Folder = parts[0], Address = parts[1], Translations = parts[2], IsBlog = parts[2].Contains("-blog", StringComparison.Ordinal) };

    private static MetaMap DefaultsOf(string yaml) =>
        Assert.IsType<MetaMap>(DataFileReader.Read("defaults.yml", Encoding.UTF8.GetBytes(yaml)).Root);

    // "a.md>/a>A,b.md" leads a.md to /a, of the title A, and makes b.md a dead link; any other address is no link to a file.
    private static LinkTarget? TargetOf(ParsedLink link, string links) => links
        .Split(',')
        .Select(entry => entry.Split('>'))
        .Where(parts => parts[0] == link.Address.Replace(' ', '_'))
        .Select(parts => new LinkTarget(parts.ElementAtOrDefault(1)) { Title = parts.ElementAtOrDefault(2)?.Replace('_', ' ') })
        .FirstOrDefault();

    private static byte[] BytesOf(SpecCase spec) =>
        spec.Settings.ContainsKey("escaped") ? Unescape(spec.Input) : Encoding.UTF8.GetBytes(spec.Input);

    private static byte[] Unescape(string literal)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\')
            {
                var length = i + 1 < literal.Length && char.IsSurrogatePair(literal, i) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(literal.Substring(i, length)));
                i += length - 1;
                continue;
            }

            switch (literal[++i])
            {
                case 'x':
                    bytes.Add(byte.Parse(literal.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 2;
                    break;
                case 'u':
                    bytes.AddRange(Encoding.UTF8.GetBytes([(char)int.Parse(literal.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)]));
                    i += 4;
                    break;
                case var c:
                    bytes.Add((byte)(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c }));
                    break;
            }
        }

        return [.. bytes];
    }
}
