using System.Text;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Tests.Body;

/// <summary>
/// Twice the body costs twice as much. Memory stands for time, because it is the same on every machine however busy; what takes
/// none, the scanners, gets texts so long that anything but one pass would not end. What is refused costs less, and may.
/// </summary>
public sealed class BodyLinearTests
{
    private const int Length = 8_000;

    private const int Long = 2_000_000;

    // One of each language of bodies.
    private static readonly Dialect[] Dialects = [Dialect.Jekyll, Dialect.Obsidian, Dialect.Docusaurus, Dialect.Generic];

    public static TheoryData<string> Markdown => new(
        "[", "![", "[[", "*", "*a", "_a ", "**a ", "~~a", "==a", "<", "<a ", "<b>", "<div>\n", "&", "&amp;", "> ", "> [!a]- b\n", "> [!a]- b\n\n", "> > [!a] *b*\n\n", "- a\n", "- ", "1. a\n", "- a\n\n  - b\n",
        "|a", "|a|\n|-|\n|b|\n\n", "$", "$a", "$$\n", "- $$\n", "> $$\n\n", "$$\na\n$$\n", "$$ a $$ ", "`a``b", "`", "```a,b{c}\nd\n```\n", ":::a [b]\n", ":::a *b*\n:::\n", "^[", "^[a] ", "a ^b\n\n", "^b\n\n", "[^1] ", "[^1]: a\n", "[a]: b\n", "[a](b.md) ",
        "[[a#^b|c]] ", "![a|1](b) ", "![[a.png|b|1x2]] ", "a\n=\n", "a\n: b\n\n", "a\n:   b\n\n[^1]: c\n\n", "# a {#b}\n", "http://a ", "\\\\(", "\\",
        "{: .a}\n\n", "a\n{: .b #c}\n\n", "*a*{: .b}", "*a*{: .b}{: .c}{: .d}\n\n", "{: ", "{:a: .b}\n", "a\n{: a}\n\n", "* a\n{:toc}\n\n", "{::comment}", "{::comment}a{:/}", "{:/", "*[a]: b\n", "*[ab]: c\nab\n\n", "<div markdown=\"1\">\n", "<p markdown=\"1\">*a*</p>\n\n", "<div markdown=\"1\">*a*\n</div>\n",
        "{%", "{% a %}", "{{", "{{ a }}", "{{<", "{{< a >}}", "{#", "{/*", "{", "{a}", "<A ", "<A>", "<a/>", "<a {b}/>\n\n", "export {\n\n", "export {'\\' ", "export const a = <b>{`\n\n`}</b>\n\n", "%%", "%%a%%", "<!--", "<!--more-->", "<img src=a data-src=b>", "<a href=b.md>c</a>");

    public static TheoryData<string> Html => new(
        "<div>", "</div>", "<p>a", "<b>a", "<p><b>a</p>", "<em><div></em>", "<table>", "<table><tr><td>a", "<li>", "<", "&", "<img src=a data-src=b>", "<img srcset=\"a 1x, b 2x\">", "<a href=b.md>c</a>", "<h2>a</h2>", "<pre>a</pre>", "<code data-info=a>b</code>", "<!--", "<script>", "<x>", "<a b=\"", "<details open><summary>");

    [Theory]
    [MemberData(nameof(Markdown))]
    public void Markdown_takes_memory_in_proportion_to_its_length(string unit)
    {
        foreach (var dialect in Dialects)
            Check(unit, dialect, BodyFormat.Markdown);
    }

    [Theory]
    [MemberData(nameof(Html))]
    public void Html_takes_memory_in_proportion_to_its_length(string unit) => Check(unit, Dialect.Jekyll, BodyFormat.Html);

    [Theory]
    [MemberData(nameof(Markdown))]
    public void Template_code_is_looked_for_in_two_million_characters(string unit)
    {
        var text = Repeat(unit, Long);
        foreach (var dialect in Dialects)
            Assert.NotNull(TemplateScanner.Scan(text, dialect, BodyFormat.Markdown, firstLine: 1, excerptSeparator: null));
    }

    [Theory]
    [MemberData(nameof(Html))]
    public void Html_of_two_million_characters_is_filtered(string unit)
    {
        var text = Repeat(unit, Long);

        Assert.InRange(HtmlFilter.Run(text, hasComponents: false, marksPlaces: true).Html.Length, 0, 5 * text.Length);
        Assert.InRange(HtmlFinisher.TextOf(text).Length, 0, text.Length);
    }

    // The whole of a list of attributes is looked at once, wherever it ends.
    [Theory]
    [InlineData("{: a=\"")]
    [InlineData("{: .a ")]
    [InlineData("{:")]
    public void A_list_of_attributes_ends_soon(string unit)
    {
        var text = Repeat(unit, Long);

        for (var at = 0; at < text.Length; at += unit.Length)
            Assert.Null(AttributeList.Read(text.AsSpan(at), out _));
    }

    private static void Check(string unit, Dialect dialect, BodyFormat format)
    {
        Measure(Repeat(unit, 4 * Length), dialect, format);   // what is kept for later texts is as large as it gets
        var (one, two, four) = (Measure(Repeat(unit, Length), dialect, format), Measure(Repeat(unit, 2 * Length), dialect, format), Measure(Repeat(unit, 4 * Length), dialect, format));

        // Buffers grow by doubling, so their memory grows in steps; what is quadratic would grow by four.
        Assert.True(two <= 3 * one && four <= 3 * two, $"{dialect}: {one} bytes, for twice the text {two}, for four times {four}");
    }

    private static long Measure(string body, Dialect dialect, BodyFormat format)
    {
        var bag = new DiagnosticBag("a.md");
        var options = new ParseOptions { Dialect = dialect, ResolveLink = link => new LinkTarget("/a") };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = BodyReader.Read(body, format, 1, options, new ImageFinder(options, bag), bag);
        Assert.True(reading is not null || bag.HasErrors);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string unit, int length) => new StringBuilder().Insert(0, unit, length / unit.Length).ToString();
}
