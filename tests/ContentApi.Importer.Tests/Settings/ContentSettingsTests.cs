using System.Text.RegularExpressions;
using ContentApi.Importer.Settings;
using ContentApi.Parsing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Settings;

/// <summary>What may stand in contentapi.yaml, and what is said about everything else.</summary>
public sealed class ContentSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_the_file_says_nothing() => Assert.Equal(ContentSettings.None, ContentSettings.Read(_folder.Path));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("title:\nsource: ~\n")]
    [InlineData("dialect: auto")]
    public void A_file_that_says_nothing_is_as_good_as_none(string yaml) => Assert.Equal(ContentSettings.None, Read(yaml));

    [Fact]
    public void Every_setting_is_read() =>
        Assert.Equal(
            new ContentSettings
            {
                Source = "blog",
                Dialect = Dialect.Hexo,
                Title = "Kilo & Meter",
                SiteUrl = "https://blog.example.org/a",
                Locale = "zh-Hans",
                TimeZone = "Asia/Shanghai",
                DateOrder = DateOrder.Dmy,
                Encoding = "gb18030",
                SplitAuthors = true,
                Server = new ServerSettings { Documents = new PlacedText("../operations", "contentapi.yaml:10:12"), OnlyDocuments = true },
            },
            Read(
                """
                source: blog
                dialect: hexo   # found out
                title: "Kilo & Meter"
                siteUrl: https://blog.example.org/a
                locale: zh-Hans
                timeZone: Asia/Shanghai
                dateOrder: dmy
                encoding: GB18030
                splitAuthors: true
                documents: ../operations
                onlyDocuments: true
                """));

    [Fact]
    public void Fields_are_read_in_their_order_with_the_names_that_their_keys_make() =>
        Assert.Equal(
            ["rating rating Float", "reading-level readingLevel String", "OG image ogImage URL", "see_also seeAlso [Article]", "related related [Article]", "extra extra JSON", "null null [Int]"],
            Read("fields:\n  rating: Float\n  reading-level: String\n  OG image: URL\n  see_also: [Article]\n  related: '[Article]'\n  extra: JSON\n  null: [Int]\n")
                .Fields.Select(x => $"{x.Key} {x.Name} {x.Type}"));

    // A name that the graph takes later would take the field from those who declared it.
    [Fact]
    public void No_field_has_the_name_of_a_field_a_filter_or_an_order_of_articles()
    {
        var schema = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "schema", "schema.graphql"));
        var names = new[] { "type Article implements Node {", "input ArticleFilterInput {", "input ArticleSortInput {" }
            .Select(head => schema[schema.IndexOf(head, StringComparison.Ordinal)..])
            .SelectMany(type => Regex.Matches(type[..type.IndexOf("\n}", StringComparison.Ordinal)], @"^  (\w+)[(:]", RegexOptions.Multiline).Select(x => x.Groups[1].Value))
            .Distinct().ToList();

        Assert.True(names.Count > 30, $"found {names.Count}");
        Assert.All(names, name => Assert.True(ReservedNames.Contains(name), name));
    }

    [Fact]
    public void The_example_of_every_known_setting_is_accepted()
    {
        foreach (var setting in ContentSettings.Known)
            Assert.NotEqual(ContentSettings.None, Read($"{NeededBy(setting)}{setting.Name}: {setting.Example}"));
    }

    [Fact]
    public void Every_word_of_a_choice_is_accepted()
    {
        foreach (var setting in ContentSettings.Known)
        {
            foreach (var word in setting.Values)
                Assert.Equal(word == "auto", Read($"{NeededBy(setting)}{setting.Name}: {word}") == ContentSettings.None);
        }
    }

    [Theory]
    [InlineData("title: T\n\ntimezone: UTC", "3:1: there is no setting 'timezone'; did you mean timeZone?")]
    [InlineData("site_url: https://e.org", "1:1: there is no setting 'site_url'; did you mean siteUrl?")]
    [InlineData("dialekt: hexo", "1:1: there is no setting 'dialekt'; did you mean dialect?")]
    [InlineData("colour: red", "1:1: there is no setting 'colour'; there are source, dialect, title, siteUrl, locale, timeZone, dateOrder, encoding, splitAuthors, fields, documents, onlyDocuments.")]
    [InlineData("dialect: hexoo", "1:10: 'hexoo' is no dialect; did you mean hexo?")]
    [InlineData("dialect: wordpress", "1:10: 'wordpress' is no dialect; dialect is auto, hexo, hugo, jekyll, zola, astro, gatsby, eleventy, docusaurus, obsidian or generic.")]
    [InlineData("dateOrder: american", "1:12: 'american' is no dateOrder; dateOrder is ymd, dmy or mdy.")]
    [InlineData("encoding: klingon", "1:11: 'klingon' is no encoding; encoding is a name such as gb18030 or windows-1252.")]
    [InlineData("splitAuthors: maybe", "1:15: 'maybe' is no splitAuthors; splitAuthors is true or false.")]
    [InlineData("timeZone: Asia/Shanghia", "1:11: 'Asia/Shanghia' is no timeZone; did you mean Asia/Shanghai?")]
    [InlineData("timeZone: China Standard Time", "1:11: 'China Standard Time' is no timeZone; timeZone is an IANA name such as Asia/Shanghai.")]
    [InlineData("timeZone: localtime", "1:11: 'localtime' is no timeZone; timeZone is an IANA name such as Asia/Shanghai.")]
    [InlineData("timeZone: posix/Asia/Tokyo", "1:11: 'posix/Asia/Tokyo' is no timeZone; timeZone is an IANA name such as Asia/Shanghai.")]
    [InlineData("timeZone: asia/shanghai", "1:11: 'asia/shanghai' is no timeZone; did you mean Asia/Shanghai?")]
    [InlineData("timeZone: Mars/Olympus Mons", "1:11: 'Mars/Olympus Mons' is no timeZone; timeZone is an IANA name such as Asia/Shanghai.")]
    [InlineData("siteUrl: example.org", "1:10: 'example.org' is no siteUrl; siteUrl is an address such as https://example.org.")]
    [InlineData("siteUrl: ftp://example.org", "1:10: 'ftp://example.org' is no siteUrl; siteUrl is an address such as https://example.org.")]
    [InlineData("locale: Deutsch, bitte", "1:9: 'Deutsch, bitte' is no locale; locale is a language tag such as en or zh-Hans.")]
    [InlineData("title: ''", "1:8: title is empty; give a value or delete the line.")]
    [InlineData("title: [a, b]", "1:8: title takes one value; this is a list.")]
    [InlineData("title:\n  en: A", "2:3: title takes one value; this is a group of settings.")]
    [InlineData("title: &a x\nsource: *a", "2:9: source takes one value; this is a reference to another value.")]
    [InlineData("title: a\ntitle: b", "2:1: title is there twice; delete one.")]
    [InlineData("? [a]\n: b", "1:3: the name of a setting is a text.")]
    [InlineData("fields: none", "1:9: fields are keys of the front matter, one 'key: Type' a line.")]
    [InlineData("fields: [rating]", "1:9: fields are keys of the front matter, one 'key: Type' a line.")]
    [InlineData("fields:\n  a: Int\nfields:\n  b: Int", "3:1: fields is there twice; delete one.")]
    [InlineData("fields:\n  rating: float", "2:11: 'float' is no type; did you mean Float?")]
    [InlineData("fields:\n  rating: Number!", "2:11: 'Number!' is no type; a type is one of String, Int, Float, Boolean, DateTime, LocalDate, URL, JSON, Article, or a list of one, such as [String], but of JSON.")]
    [InlineData("fields:\n  rating:", "2:10: a type is missing; a type is one of String, Int, Float, Boolean, DateTime, LocalDate, URL, JSON, Article, or a list of one, such as [String], but of JSON.")]
    [InlineData("fields:\n  rating: {a: Int}", "2:11: a type is one of String, Int, Float, Boolean, DateTime, LocalDate, URL, JSON, Article, or a list of one, such as [String], but of JSON.")]
    [InlineData("fields:\n  data: [JSON]", "2:9: '[JSON]' is no type; did you mean JSON?")]
    [InlineData("fields:\n  data: [Int, Float]", "2:9: a list is of one type, such as [String].")]
    [InlineData("fields:\n  title: String", "2:3: articles have title already; call the key otherwise.")]
    [InlineData("fields:\n  word-count: Int", "2:3: articles have wordCount already, as which word-count would be known; call the key otherwise.")]
    [InlineData("fields:\n  related: [String]", "2:3: articles have related already; declare it as [Article], whose articles come first in it.")]
    [InlineData("fields:\n  難度: Int", "2:3: '難度' makes no name of the graph, which has letters and digits of ASCII and begins with a letter; call the key otherwise.")]
    [InlineData("fields:\n  3d: Int", "2:3: '3d' makes no name of the graph, which has letters and digits of ASCII and begins with a letter; call the key otherwise.")]
    [InlineData("fields:\n  Pass-Word: String", "2:3: Pass-Word is never served; delete the line.")]
    [InlineData("fields:\n  reading-level: Int\n  readingLevel: Int", "3:3: readingLevel is the field readingLevel, and so is reading-level; delete one.")]
    [InlineData("fields:\n  ? [a]\n  : Int", "2:5: the key of a field is a text.")]
    [InlineData("document: a", "1:1: there is no setting 'document'; did you mean documents?")]
    [InlineData("documents: ''", "1:12: documents is empty; give a value or delete the line.")]
    [InlineData("documents: [a, b]", "1:12: documents takes one value; this is a list.")]
    [InlineData("documents: \"a\\0\"", "1:12: 'a ' is no documents; documents is a folder such as ../operations.")]
    [InlineData("documents: a\nonlyDocuments: perhaps", "2:16: 'perhaps' is no onlyDocuments; onlyDocuments is true or false.")]
    [InlineData("title: a\nonlyDocuments: true", "2:16: onlyDocuments needs the folder of the documents; give it as documents.")]
    [InlineData("onlyDocuments: true\ndocuments: ~", "1:16: onlyDocuments needs the folder of the documents; give it as documents.")]
    [InlineData("- title", "1:1: these are no settings; write one 'name: value' a line.")]
    [InlineData("title", "1:1: these are no settings; write one 'name: value' a line.")]
    [InlineData("title: a\n\tsource: b", "2:1: a tab cannot indent in YAML; use spaces.")]
    [InlineData("title: a\n---\ntitle: b", "2:1: a second document begins here; settings are one.")]
    public void A_mistake_is_told_with_its_place_and_what_was_meant(string yaml, string message) =>
        Assert.Equal($"contentapi.yaml:{message}", Refuse(yaml));

    [Theory]
    [InlineData("title: \"a", 1)]
    [InlineData("title: a\nsource: 'b'c", 2)]
    [InlineData("title: @a", 1)]
    [InlineData("title: *nowhere", 1)]
    public void What_is_no_YAML_is_told_with_its_line(string yaml, int line) =>
        Assert.Matches($"^contentapi\\.yaml:{line}:[0-9]+: (this line, or the one before it, breaks YAML's rules: close every quote and bracket, and put a value that begins with a sign in quotes|title takes one value; this is a reference to another value)\\.$", Refuse(yaml));

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file() =>
        Assert.Equal(
            "contentapi.yaml:1:1: there is no setting 'titl'; did you mean title? contentapi.yaml:2:9: 'x y' is no locale; locale is a language tag such as en or zh-Hans. contentapi.yaml:3:9: source takes one value; this is a list. contentapi.yaml:5:3: articles have slug already; call the key otherwise. contentapi.yaml:5:9: 'Text' is no type; a type is one of String, Int, Float, Boolean, DateTime, LocalDate, URL, JSON, Article, or a list of one, such as [String], but of JSON. contentapi.yaml:6:10: 'hexoo' is no dialect; did you mean hexo?",
            Refuse("titl: T\nlocale: x y\nsource: [a, {b: c}]\nfields:\n  slug: Text\ndialect: hexoo\n"));

    [Fact]
    public void What_stands_before_the_place_where_YAML_breaks_is_looked_at_too() =>
        Assert.Matches("^contentapi\\.yaml:1:1: there is no setting 'titl'; did you mean title\\? contentapi\\.yaml:2:[0-9]+: this line, ", Refuse("titl: T\nlocale: 'x\n"));

    [Fact]
    public void A_name_longer_than_a_source_may_have_is_refused() =>
        Assert.Contains("source has at most 200 characters.", Refuse($"source: {new string('a', 201)}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("contentapi.yml")]
    [InlineData(".contentapi.yaml")]
    public void A_file_of_nearly_the_right_name_is_not_passed_over(string name)
    {
        File.WriteAllText(_folder[name], "title: T");

        Assert.Equal($"{name} is not read; call it contentapi.yaml.", Assert.Throws<ImportRefusedException>(() => ContentSettings.Read(_folder.Path)).Message);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        File.WriteAllText(_folder["elsewhere"], "secret");
        Directory.CreateDirectory(_folder["site"]);
        File.CreateSymbolicLink(Path.Combine(_folder["site"], "contentapi.yaml"), _folder["elsewhere"]);

        var message = Assert.Throws<ImportRefusedException>(() => ContentSettings.Read(_folder["site"])).Message;
        Assert.Equal("contentapi.yaml is a link that leads out of its folder; put the file itself there.", message);
    }

    [Fact]
    public void A_huge_file_is_refused_unread() =>
        Assert.EndsWith("and settings at most 65536; is it another file?", Refuse(new string('#', 70_000)), StringComparison.Ordinal);

    [Fact]
    public void Without_documents_others_may_be_answered() => Assert.False(Read("onlyDocuments: false").Server.OnlyDocuments);

    // One setting makes no sense without another one.
    private static string NeededBy(ContentSetting setting) => setting.Name == "onlyDocuments" ? "documents: operations\n" : "";

    private string Refuse(string yaml) => Assert.Throws<ImportRefusedException>(() => Read(yaml)).Message;

    private ContentSettings Read(string yaml)
    {
        File.WriteAllText(_folder[ContentSettings.FileName], yaml);
        return ContentSettings.Read(_folder.Path);
    }
}
