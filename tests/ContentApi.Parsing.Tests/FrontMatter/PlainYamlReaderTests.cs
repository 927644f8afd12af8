using System.Globalization;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;
using ContentApi.TestSupport;
using CsCheck;

namespace ContentApi.Parsing.Tests.FrontMatter;

public sealed class PlainYamlReaderTests
{
    private const int FirstLine = 7;

    // Lines as front matter has them, the usual ones often, and every few some that only the library reads, or nobody.
    private static readonly Gen<string> Texts = Gen.OneOf<string>(
        "a", "b c", "中文 标题", "2021-09-18 23:40:34", "https://e.org/a?b=c#d", "yes", "~", "null", "1.10", "'x'", "'it''s'", "''", "' x '", "\"x: y\"", "\"\"", "\"a # b\"", "C#", "a #b", "a # b: c", "x  ", "a:b", "😀",
        "[]", "[a, b]", "[a, 'b', \"c\"]", "[ a b , c ]", "[a, ]", "[a,b]", "['it''s', \"x, y]\"]", "[2021-01-01]", "<b>", "a'b", "a\"b", "$x", "a, b", "a]b", "=", ".5", "/a/", "(x)", "\\n", "a-b", "_x", "a\u00A0b", "\u3000x",
        "a: b", "a:", "-5", "- a", "-", "? a", ": a", "#", "# a", "&a b", "*a", "!t b", "|", ">-", "%a", "@a", "`a", "{a: b}", "{}", "[a", "a, b]", "[[a]]", "[a: b]", "[a:b]", "[#a]", "[a #b]", "[a]b", "[a] # c", "[,]", "[a,,b]", "[a'b]", "[-a]", "[?a]", "[*a]",
        "'a", "\"a", "'a' b", "'a' # b", "'a'# b", "'a'b'", "\"a\\\"b\"", "\"a\\nb\"", "\"a\" \"b\"", "a\tb", "\ta", "a\r", "a\u0085b", "a\u2028b", "\uFEFFa", "\uD800", "\0", "...", "---", "<<", "a\\");

    private static readonly Gen<string> Keys = Gen.Frequency(
        (12, Gen.OneOf<string>("title", "date", "tags", "categories", "a", "b", "c", "标题", "og.title", "x-y", "Draft", "a_b", "1")),
        (1, Gen.OneOf<string>("a b", "a ", "'a'", "\"a\"", "-a", "a#", "?a", "", "<<", "a[b]", "*a", "...", "---", new string('k', 250), new string('k', 1100))));

    private static readonly Gen<string> Indents = Gen.Frequency((8, Gen.Const("")), (6, Gen.Const("  ")), (2, Gen.Const("    ")), (1, Gen.OneOf<string>(" ", "   ", "\t")));

    private static readonly Gen<string> Lines = Gen.Frequency(
        (8, Gen.Select(Indents, Keys, Texts, (indent, key, text) => $"{indent}{key}: {text}")),
        (4, Gen.Select(Indents, Keys, (indent, key) => $"{indent}{key}:")),
        (6, Gen.Select(Indents, Texts, (indent, text) => $"{indent}- {text}")),
        (1, Gen.Select(Indents, Keys, Texts, (indent, key, text) => $"{indent}- {key}: {text}")),
        (1, Gen.Select(Indents, Texts, (indent, text) => indent + text)),
        (1, Gen.Select(Indents, Keys, (indent, key) => $"{indent}{key}:   # note")),
        (2, Gen.OneOf<string>("", "   ", "# a note", "  # a: b", "-", "  -   ", "---", "...", "%YAML 1.2", "key:value", "a:  ", "a :", "- - a")));

    [Fact]
    public void What_it_reads_is_what_all_rules_of_YAML_give()
    {
        var (read, declined) = (0, 0);
        Lines.List[1, 8].Sample(
            lines =>
            {
                // Each line alone with a usual one too, so that much is read and not only declined.
                foreach (var yaml in lines.Select(line => $"title: x\n{line}\n").Append(string.Join('\n', lines)).Append(string.Join('\n', lines) + "\n"))
                    _ = IsReadEqually(yaml) ? Interlocked.Increment(ref read) : Interlocked.Increment(ref declined);
            },
            iter: 6000);
        Assert.True(read > declined / 10, $"{read} blocks were read and {declined} declined");
    }

    [Fact]
    public void Front_matter_of_real_sites_is_read_as_by_all_rules_and_most_of_it_here()
    {
        var blocks = Directory.EnumerateFiles(RepositoryFiles.Corpus, "*", SearchOption.AllDirectories)
            .Select(file => SourceDecoder.ReadText(File.ReadAllBytes(file), other: null))
            .Select(text => (Text: text, Split: FrontMatterSplitter.Split(text)))
            .Where(x => x.Split is { Format: MetaFormat.Yaml, IsClosed: true })
            .Select(x => x.Text[x.Split.OpenFenceEnd..x.Split.ContentEnd])
            .ToArray();
        Assert.True(blocks.Count(IsReadEqually) > blocks.Length * 2 / 3);
    }

    [Theory]
    [InlineData("title: a\ntags:\n  - b\n  - 'c'\ncover:\n  image: d\n")]
    [InlineData("title: a\ncategories: \n - b\n - c\nlist: [x, \"y\"]\nnone:\n")]
    public void The_usual_is_read_here(string yaml) => Assert.True(IsReadEqually(yaml));

    [Theory]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: &x 1\nb: *x\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: \"\\u0041\"\n")]
    [InlineData("- a\n")]
    [InlineData("")]
    [InlineData("a: b\n---\nc: d\n")]
    public void The_unusual_is_declined(string yaml) => Assert.Null(PlainYamlReader.Read(yaml, FirstLine));

    [Theory]
    [InlineData("title: a\ndescription: ")]
    [InlineData("title: a\n# ")]
    public void What_is_longer_than_front_matter_may_be_is_declined(string yaml)
    {
        Assert.NotNull(PlainYamlReader.Read(yaml.PadRight(MetaLimit.Length, 'x'), FirstLine));
        Assert.Null(PlainYamlReader.Read(yaml.PadRight(MetaLimit.Length + 1, 'x'), FirstLine));
    }

    private static bool IsReadEqually(string yaml)
    {
        if (PlainYamlReader.Read(yaml, FirstLine) is not { } map)
            return false;
        var bag = new DiagnosticBag("a.md");
        Assert.Equal(Show(YamlReader.ReadByAllRules(yaml, FirstLine, bag, "the block")), Show(map));
        Assert.Empty(bag.ToList());
        return true;
    }

    private static string Show(MetaNode? node)
    {
        var content = node switch
        {
            MetaMap map => string.Concat(map.Entries.Select(x => $"{x.Key}@{Show(x.Place)}={Show(x.Value)};")),
            MetaList list => string.Concat(list.Items.Select(x => Show(x) + ",")),
            MetaScalar scalar => $"{scalar.Text}|{scalar.IsPlain}|{scalar.Number}",
            _ => "",
        };
        return node is null ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"{node.GetType().Name}@{Show(node.Place)}#{node.Size}({content})");
    }

    private static string Show(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Line}:{place.Column}");
}
