using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.Parsing.Authors;
using ContentApi.Parsing.Diagnostics;

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
        var dialects = spec.Settings.TryGetValue("dialect", out var one)
            ? [Enum.Parse<Dialect>(one, ignoreCase: true)]
            : Enum.GetValues<Dialect>();
        var path = spec.Settings.GetValueOrDefault("path", "_posts/a.md");
        var registry = AuthorRegistryReader.Read("authors.yml", Encoding.UTF8.GetBytes(spec.Authors ?? ""));
        foreach (var dialect in dialects)
        {
            var options = OptionsOf(spec, dialect) with { Authors = new AuthorRegistry(registry.People) };
            var result = new ArticleParser(options).Parse(path, BytesOf(spec));
            yield return (dialect, result with { Diagnostics = [.. registry.Diagnostics, .. result.Diagnostics] });
        }
    }

    private static string Show(JsonNode? node) => node is null ? "null" : node.ToJsonString(Json);

    private static ParseOptions OptionsOf(SpecCase spec, Dialect dialect) => new()
    {
        Dialect = dialect,
        TimeZone = spec.Settings.TryGetValue("zone", out var zone) ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc,
        DateOrder = spec.Settings.TryGetValue("order", out var order) ? Enum.Parse<DateOrder>(order, ignoreCase: true) : null,
        SplitAuthors = spec.Settings.ContainsKey("split-authors"),
        FallbackEncoding = spec.Settings.TryGetValue("encoding", out var encoding) ? Encoding.GetEncoding(encoding) : null,
    };

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
