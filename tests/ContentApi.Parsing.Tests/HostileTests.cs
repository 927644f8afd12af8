using System.Diagnostics;
using System.Globalization;
using System.Text;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Tests;

/// <summary>
/// Texts that make parsers recurse, repeat or search back. Each runs on a thread with the small stack of the least generous
/// platform, where a stack overflow ends the test process.
/// </summary>
public sealed class HostileTests
{
    private const int Size = 40_000;
    private const int StackSize = 1024 * 1024;

    // The slow ones take a second or two; unbounded they took many minutes, so a busy machine does not matter.
    private const int SlowSize = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Pieces on which the libraries spend quadratic time or worse when nothing bounds them.</summary>
    public static TheoryData<string, string> SlowUnits => new()
    {
        { "a.md", "[a](" },
        { "a.md", "[a]: b\n" },
        { "a.md", "[a][b] " },
        { "a.md", "www.a.b " },
        { "a.md", "a\n: b\n\n" },
        { "a.html", "<em><div></em>" },
        { "a.html", "<p>a" },
        { "a.html", "<p><b>" },
    };

    public static TheoryData<string> MarkdownUnits => new(
        "[", "![", "[[", "<", ">", "> ", "* ", "- ", "1. ", "*", "_", "**a ", "*a **a ", "a**b", "`", "`a``", "~~a ", "|", "|a", "a|b\n", "|-|\n", "[a](", "[a](<b", "![a](b (",
        "[a]: b\n", "[a]\n", "[a][b] ", "[^1]", "[^a]: b\n", "&", "\\", "$", "$$\n", "\t", "\n", "a\n=\n", "a\n-\n", "```\n", ": a\n", "a\n: b\n\n", "- [ ] a\n", "http://a ", "www.a.b ",
        "<!--", "<?", "<![CDATA[", "<a ", "<a b='", "<div>", "<b>", "<p>", "<x>", "<svg>", "<script>", "{{", ":::", "> [!note]\n", "[[a]]", "- - ", "> - ", "*a* ", "{/* a ", "<!--more-->", "# a\n", "- a\n\n");

    public static TheoryData<string> HtmlUnits => new(
        "<div>", "<b>", "<p><b>", "<a href=x><p>", "<table>", "<table><tr><td>", "<table><div>", "<ul><li>", "<li>", "<p>", "<br>", "</div>", "</p>", "<rt>", "<ruby><rt>", "<h1>a</h1>", "<em><div></em>",
        "<a href=x><div></a>", "<i><p></i>", "<span></span>", "<img src=a data-src=b>", "<dd>", "<details>", "<svg>", "<math>", "<select>", "<template>", "<object>", "<iframe>", "<!--", "<p a=b ", "<x>", "<b><i><div></b></i>");

    public static TheoryData<string> YamlUnits => new(
        "[", "{", "[{", "- ", "? ", "a: ", "a:\n ", "\"", "'", "&a ", "*a ", "!a ", "|\n", "a: b\n", "a: @b\n", "a: [\n", "a: {{\n", "{{", "\t", "a:\n\t- b\n", "x: '\n", "x: \"\n", "%", "title: \"\\ud800\"\n",
        "<<: *a\n", "[a,", "{a: ", "a: b: c\n", "a: 'It's'\n", "a: \"x\ny\"\n");

    public static TheoryData<string> TomlUnits => new(
        "[", "]", "{", "[{", "a = [", "a.", "a.b = 1\n", "[a]\n", "[[a]]\n", "a = 1\n", "a = 1 b\n", "a = '", "'''", "\"\"\"", "\"", "=", "#", ",", "a = {b = ", "{a=[", "a = \"\\u", "\\", "1_", "2021-01-01 ", "a = 2017-02-30\n", "'a'.", "\"\\ud800\" = ", "\t");

    public static TheoryData<string> JsonUnits => new(
        "[", "]", "{", "}", "{\"a\":", "[{\"a\":", "\"", "\\", "\\\"", "\"a\":", "\"a\":1,", "{\"a\":1}", "1", ",", "null ", "\\ud800", "\"\\ud800\",", "<!--{\"a\":", "}-->", "//", "\n");

    [Theory]
    [MemberData(nameof(MarkdownUnits))]
    public void A_repeated_piece_of_markdown_is_survived(string unit) => Parse("a.md", "---\ntitle: T\n---\n" + Repeat(unit, Size));

    [Theory]
    [MemberData(nameof(HtmlUnits))]
    public void A_repeated_piece_of_html_is_survived(string unit) => Parse("a.html", "---\ntitle: T\n---\n" + Repeat(unit, Size));

    [Theory]
    [MemberData(nameof(YamlUnits))]
    public void A_repeated_piece_of_yaml_is_survived(string unit) => Parse("a.md", "---\n" + Repeat(unit, Size) + "\n---\n");

    [Theory]
    [MemberData(nameof(YamlUnits))]
    public void A_repeated_piece_in_a_value_is_survived(string unit) => Parse("a.md", "---\ntags: " + Repeat(unit, Size) + "\n---\n");

    [Theory]
    [MemberData(nameof(TomlUnits))]
    public void A_repeated_piece_of_toml_is_survived(string unit)
    {
        Parse("a.md", "+++\n" + Repeat(unit, Size) + "\n+++\n");
        Parse("a.md", "+++\ntags = " + Repeat(unit, Size) + "\n+++\n");
    }

    [Theory]
    [MemberData(nameof(JsonUnits))]
    public void A_repeated_piece_of_json_is_survived(string unit)
    {
        Parse("a.md", "{\"a\":" + Repeat(unit, Size) + "}\n");
        Parse("a.md", "{\"a\":1," + Repeat(unit, Size));
        Parse("a.md", ";;;\n" + Repeat(unit, Size) + "\n;;;\n");
        Parse("a.md", "\"a\":1," + Repeat(unit, Size) + "\n;;;\n");
    }

    [Theory]
    [InlineData("---\nx: ", "\n---\n", "[", "]", DiagnosticCode.YamlLimit)]
    [InlineData("---\nx: ", "\n---\n", "{a: ", "}", DiagnosticCode.YamlLimit)]
    [InlineData("---\nx: ", "\n---\n", "{", "}", DiagnosticCode.YamlLimit)]
    [InlineData("+++\nx = ", "\n+++\n", "[", "]", DiagnosticCode.MetaLimit)]
    [InlineData("+++\nx = ", "\n+++\n", "{a = ", "}", DiagnosticCode.MetaLimit)]
    [InlineData("{\"x\": ", "}", "[", "]", DiagnosticCode.MetaLimit)]
    [InlineData("{\"x\": ", "}", "{\"a\":", "}", DiagnosticCode.MetaLimit)]
    public void Front_matter_nested_ten_thousand_deep_is_rejected(string lead, string trail, string open, string close, string code)
    {
        var result = Parse("a.md", lead + string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000)) + trail);

        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
    }

    [Theory]
    [MemberData(nameof(SlowUnits))]
    public void A_megabyte_of_what_costs_the_libraries_most_ends_soon(string path, string unit)
    {
        var watch = Stopwatch.StartNew();
        Parse(path, "---\ntitle: T\n---\n" + Repeat(unit, SlowSize));

        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    [Fact]
    public void Short_lines_without_a_fence_are_survived()
    {
        foreach (var line in new[] { "a: b\n", "- \n", "Note: x\n", "#\n", " \n", "a\n", "---\n", "-\n" })
            Parse("a.md", string.Concat(Enumerable.Repeat(line, 60_000)));
    }

    [Fact]
    public void An_element_with_many_attributes_is_survived() =>
        Parse("a.html", $"<p {string.Concat(Enumerable.Range(0, 40_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=b ")))}>x</p>");

    [Fact]
    public void Formatting_elements_that_differ_do_not_multiply()
    {
        var result = Parse("a.html", string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<p><b title={i}>x</p>"))));

        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticCode.HtmlFlattened);
        Assert.True(result.Article!.Body.Html.Length < 20_000_000, "the HTML grew");
    }

    // A browser opens the elements again in each paragraph, with all of their attributes: sixty million, which take a hundred bytes at least each.
    [Fact]
    public void A_page_of_formatting_elements_does_not_multiply_where_its_head_is_read()
    {
        var bold = string.Concat(Enumerable.Range(0, 5_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<b a{i}>")));
        var page = $"<html><body><p>{bold}{string.Concat(Enumerable.Repeat("<p>x", 12_000))}";

        Assert.True(Measure("a.html", page) < 2_000_000_000, "the page grew");
    }

    [Theory]
    [InlineData(Dialect.Hugo, "a.md", "/:title")]
    [InlineData(Dialect.Jekyll, "2020-01-01-a.md", "/:categories")]
    [InlineData(Dialect.Eleventy, "a.md", "/{{ page.filePathStem }}")]
    public void A_pattern_of_a_path_does_not_multiply(Dialect dialect, string path, string unit)
    {
        var page = $"---\ntitle: &long {new string('t', 90_000)}\ncategories: [*long]\n{{0}}: \"{string.Concat(Enumerable.Repeat(unit, 15_000))}\"\n---\n";
        var folder = string.Concat(Enumerable.Repeat(new string('f', 99) + "/", 15));

        foreach (var key in new[] { "url", "permalink" })
            Assert.True(Measure(folder + path, page.Replace("{0}", key, StringComparison.Ordinal), dialect) < 100_000_000, "the path grew");
    }

    [Fact]
    public void A_short_pattern_that_gives_a_long_path_is_not_used()
    {
        var result = new ArticleParser(new ParseOptions { Dialect = Dialect.Hugo }).Parse(
            "a.md", Encoding.UTF8.GetBytes($"---\ntitle: {new string('t', 700)}\nurl: /:title/:title/\n---\n"));

        Assert.Equal("/a", result.Article!.Path);
        Assert.Equal(DiagnosticCode.TooLong, Assert.Single(result.Diagnostics).Code);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("1. ")]
    [InlineData("**a _b ")]
    public void Markdown_nested_too_deeply_is_rejected(string unit)
    {
        var result = Parse("a.md", string.Concat(Enumerable.Repeat(unit, 10_000)));

        Assert.Null(result.Article);
        Assert.Equal(DiagnosticCode.BodyLimit, Assert.Single(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error).Code);
    }

    [Theory]
    [InlineData("[0, 1) ")]
    [InlineData("![a\n")]
    [InlineData("[[a\n")]
    [InlineData("**a [b\n")]
    public void Brackets_that_nothing_closes_are_text(string unit)
    {
        var article = Parse("a.md", string.Concat(Enumerable.Repeat(unit, 2_000))).Article!;

        Assert.Equal(2_000 * unit.Count(c => c == '['), article.Body.Text.Count(c => c == '['));
    }

    [Fact]
    public void Html_nested_too_deeply_keeps_its_text()
    {
        var result = Parse("a.html", string.Concat(Enumerable.Repeat("<div>a", 10_000)));

        Assert.Equal(10_000, result.Article!.Body.Text.Count(c => c == 'a'));
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticCode.HtmlFlattened);
    }

    [Fact]
    public void Html_with_too_many_elements_is_rejected()
    {
        var result = Parse("a.html", string.Concat(Enumerable.Repeat("<br>", 500_001)));

        Assert.Equal(DiagnosticCode.BodyLimit, Assert.Single(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error).Code);
    }

    [Fact]
    public void A_file_that_is_too_large_is_rejected_unread()
    {
        var result = new ArticleParser(new ParseOptions { Dialect = Dialect.Generic }).Parse("a.md", new byte[ArticleParser.MaxBytes + 1]);

        Assert.Equal(DiagnosticCode.TooLarge, Assert.Single(result.Diagnostics).Code);
    }

    // G23: the longest real body has 1,036,229 bytes.
    [Fact]
    public void A_real_text_of_a_megabyte_is_read()
    {
        var markdown = string.Concat(Enumerable.Repeat("## 标题 Heading\n\nA paragraph with **bold**, `code` and a [link](https://e.org/), 中文也有。\n\n- item *one*\n- item two\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n", 6_000));
        var article = Parse("a.md", "---\ntitle: T\n---\n" + markdown).Article!;

        Assert.Equal(6_000, article.Body.TableOfContents.Count);
        Assert.Equal("标题-heading-5999", article.Body.TableOfContents[^1].Id);
    }

    [Fact]
    public void Rules_are_no_headings()
    {
        var rules = string.Concat(Enumerable.Repeat("---\n- - -\n\n> ---\n", 60_000));

        Assert.Equal(180_000, Parse("a.md", "---\ntitle: T\n---\n" + rules).Article!.Body.Html.Split("<hr />").Length - 1);
    }

    [Theory]
    [InlineData("a\n---\n")]
    [InlineData("===\n---\n")]
    [InlineData("--\n---\n")]
    [InlineData("---=\n---\n")]
    [InlineData("a\n    >\n---\n")]
    [InlineData("\u2028---\n---\n")]
    [InlineData("a\n    ---\n---\n")]
    [InlineData("> a\n> ---\n")]
    [InlineData("- a\n  ---\n")]
    public void Too_many_underlined_headings_are_rejected(string unit)
    {
        var result = Parse("a.md", "---\ntitle: T\n---\n" + string.Concat(Enumerable.Repeat(unit, 60_000)));

        Assert.Equal(DiagnosticCode.BodyLimit, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void A_table_of_intervals_is_read()
    {
        var rows = string.Concat(Enumerable.Repeat("| [0, 1) | x |\n", 1_000));

        Assert.Contains("<td>[0, 1)</td>", Parse("a.md", "|a|b|\n|-|-|\n" + rows).Article!.Body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_a_thousand_rows_is_read()
    {
        var rows = string.Concat(Enumerable.Repeat("| **a** | *b* | `c` | [d](e) |\n", 1_000));

        Assert.Contains("<td><strong>a</strong></td>", Parse("a.md", "|a|b|c|d|\n|-|-|-|-|\n" + rows).Article!.Body.Html, StringComparison.Ordinal);
    }

    // Bytes taken, which the machine changes little; code that was not optimised yet takes up to a third more.
    private static long Measure(string path, string text, Dialect dialect = Dialect.Generic)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = new ArticleParser(new ParseOptions { Dialect = dialect }).Parse(path, content);
        Assert.NotNull(result.Article);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string unit, int size) => new StringBuilder().Insert(0, unit, size / unit.Length).ToString();

    private static ParseResult Parse(string path, string text)
    {
        ParseResult? result = null;
        var thread = new Thread(
            () => result = new ArticleParser(new ParseOptions { Dialect = Dialect.Generic }).Parse(path, Encoding.UTF8.GetBytes(text)),
            StackSize);
        thread.Start();
        thread.Join();
        Assert.DoesNotContain(result!.Diagnostics, d => d.Code == DiagnosticCode.ParserFault);
        return result;
    }
}
