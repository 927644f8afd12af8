using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.Cli.Init;
using ContentApi.Importer;
using ContentApi.Importer.Settings;
using ContentApi.Parsing.CustomFields;
using ContentApi.TestSupport;
using CsCheck;

namespace ContentApi.Cli.Tests.Init;

public sealed class SettingsSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(SettingsSchema.Text).RootElement;

    [Fact]
    public void It_knows_the_settings_that_the_importer_reads()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", Schema.GetProperty("$schema").GetString());
        Assert.Equal(("object", false), (Schema.GetProperty("type").GetString(), Schema.GetProperty("additionalProperties").GetBoolean()));
        Assert.Equal(ContentSettings.Known.Select(Describe), Schema.GetProperty("properties").EnumerateObject().Select(Describe));
    }

    [Fact]
    public void It_knows_the_types_of_fields_and_which_keys_make_names()
    {
        var fields = Schema.GetProperty("properties").GetProperty("fields");
        var types = fields.GetProperty("additionalProperties").GetProperty("anyOf").EnumerateArray().ToList();
        var items = types[1].GetProperty("items").GetProperty("enum").EnumerateArray().Select(type => $"[{type}]");
        Assert.Equal(FieldType.Names, types[0].GetProperty("enum").EnumerateArray().Select(type => type.ToString()).Concat(items));

        var pattern = fields.GetProperty("propertyNames").GetProperty("pattern").GetString()!;
        Gen.String[Gen.OneOf('a', 'B', '1', '-', '_', ' ', '.', 'é'), 0, 5].Sample(key => Assert.Equal(FieldDeclaration.NameOf(key) is not null, Regex.IsMatch(key, pattern)), iter: 2_000, threads: 1);
    }

    [Theory]
    [InlineData("source", "my-blog", true)]
    [InlineData("source", "", false)]
    [InlineData("dialect", "hexo", true)]
    [InlineData("dialect", "auto", true)]
    [InlineData("dialect", "Hexo", false)]
    [InlineData("siteUrl", "https://example.org", true)]
    [InlineData("siteUrl", "example.org", false)]
    [InlineData("locale", "zh-Hans", true)]
    [InlineData("locale", "zh_CN", false)]
    [InlineData("dateOrder", "ymd", true)]
    [InlineData("dateOrder", "y-m-d", false)]
    [InlineData("encoding", "shift_jis", true)]
    [InlineData("encoding", "", false)]
    [InlineData("splitAuthors", "true", true)]
    [InlineData("splitAuthors", "yes", false)]
    [InlineData("documents", "../operations", true)]
    [InlineData("documents", "", false)]
    [InlineData("onlyDocuments", "false", true)]
    [InlineData("onlyDocuments", "yes", false)]
    [InlineData("timezone", "UTC", false)]
    public void It_takes_what_the_importer_takes(string name, string value, bool isTaken)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[ContentSettings.FileName], $"{name}: {(name is "splitAuthors" or "onlyDocuments" ? value : SettingsDraft.Scalar(value))}\n");

        Assert.Equal(isTaken, IsValid(name, value));
        Assert.Equal(isTaken, Record.Exception(() => ContentSettings.Read(folder.Path)) is null);
    }

    [Fact]
    public void What_a_new_file_holds_is_valid_with_its_comments_taken_off_too()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["_config.yml"], "title: Notes\nskip_render: x\ntimezone: Europe/Berlin\nurl: https://blog.example.org\n");
        var draft = SettingsDraft.Of(FolderSurvey.Take(new ImportOptions { Folder = folder.Path, ConnectionString = "" }, TestContext.Current.CancellationToken));
        var names = string.Join('|', ContentSettings.Known.Select(setting => setting.Name));

        var all = Regex.Matches(draft, $@"^(?:# )?(?<name>{names}): (?<value>.+)$", RegexOptions.Multiline);

        Assert.Equal(ContentSettings.Known.Select(setting => setting.Name), all.Select(line => line.Groups["name"].Value));
        Assert.All(all, line => Assert.True(IsValid(line.Groups["name"].Value, line.Groups["value"].Value), line.Value));
        File.WriteAllText(folder[ContentSettings.FileName], string.Join('\n', all.Select(line => line.Value.Replace("# ", "", StringComparison.Ordinal))));
        Assert.Equal(("Notes", "dmy"), (ContentSettings.Read(folder.Path).Title, ContentSettings.Read(folder.Path).DateOrder?.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void Every_title_is_read_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        var texts = Gen.OneOf(
            Gen.OneOf("true", "No", "null", "~", "12", "0x1F", "2024-01-02", "a: b", "a #b", "- a", "'", "\"", "\\", "a:", "@a", "%a", "{a}", "😀 a", "a\tb", "a\u2028b", "a  b", "é", "<<", "*a", "&a", "!a", "|", ">"),
            Gen.String[Gen.Char[' ', '~'], 1, 20],
            Gen.String[Gen.OneOf(Gen.Char['\u00A1', '\u02FF'], Gen.Char['\u4E00', '\u9FFF'], Gen.OneOf(':', ' ', '#', '"', '\\', '\u0085')), 1, 20]);

        texts.Where(text => text.Trim().Length > 0).Sample(
            text =>
            {
                File.WriteAllText(folder[ContentSettings.FileName], $"title: {SettingsDraft.Scalar(text)}\n");
                Assert.Equal(text.Trim(), ContentSettings.Read(folder.Path).Title);
            },
            iter: 2_000,
            threads: 1);
    }

    private static string Describe(ContentSetting setting) =>
        $"{setting.Name}: {setting.Description} {TypeOf(setting)} {(setting.Kind == ContentSettingKind.Choice ? string.Join(',', setting.Values) : "")} {setting.Example}";

    private static string TypeOf(ContentSetting setting) => setting.Kind switch
    {
        ContentSettingKind.Switch => "boolean",
        ContentSettingKind.Fields => "object",
        _ => "string",
    };

    private static string Describe(JsonProperty property)
    {
        var type = property.Value.GetProperty("type").GetString();
        var values = property.Value.TryGetProperty("enum", out var words) ? string.Join(',', words.EnumerateArray()) : "";
        return $"{property.Name}: {property.Value.GetProperty("description").GetString()} {type} {values} {property.Value.GetProperty("examples")[0].ToString().Replace("True", "true", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)}";
    }

    // The few keywords that the schema uses; another one ends the test.
    private static bool IsValid(string name, string value) =>
        Schema.GetProperty("properties").TryGetProperty(name, out var rules) && rules.EnumerateObject().All(rule => rule.Name switch
        {
            "type" => rule.Value.GetString() == "string" || value is "true" or "false" || value.StartsWith('{'),
            "enum" => rule.Value.EnumerateArray().Any(word => word.GetString() == value),
            "pattern" => Regex.IsMatch(value, rule.Value.GetString()!),
            "minLength" => value.Length >= rule.Value.GetInt32(),
            "maxLength" => value.Length <= rule.Value.GetInt32(),
            "description" or "examples" => true,

            // Looked at above.
            "propertyNames" or "additionalProperties" => true,
            var other => throw new InvalidOperationException($"The test does not know the keyword {other}."),
        });
}
