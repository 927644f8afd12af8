using System.Diagnostics;
using System.Text;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Tests.Body;

/// <summary>200,000 characters of what scanners of template code search for in vain. Where the cost is quadratic this takes many minutes.</summary>
public sealed class TemplateLimitTests
{
    private const int Size = 200_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string, Dialect, string> Units()
    {
        var data = new TheoryData<string, Dialect, string>();
        string[] tags = ["{{", "{{ ", "{% ", "{%raw%}", "{% raw %}{% end", "{% highlight %}", "{% highlight a %}endhighlight ", "{# ", "{{ x }}", "{{ x }}\n", "`{%` ", "`{% raw` ", "`{%raw%}` ", "{{ \"a\" | append: \"b\" ", "{{ 'a' }}", "{% link a.md %} ", "{% img a.png %} ", "{% post_link a %}", "{: x}\n", "{:.a}", "#\n{: #a}\n", "*\n{:toc}\n"];
        string[] shortcodes = ["{{< ", "{{<x>}}", "{{% x", "{{< highlight >}}", "{{< highlight >}}/highlight ", "{{< figure src=a >}} ", "{{</* ", "`{{</*` ", "`{{</* a */>}}` ", "{{< a b=\"", "[a]({{< ref \"b\" >}}) "];
        string[] mdx = ["{", "{a}", "{'a'}", "{'", "{ '\\", "\\{", "<Image src={", "<Image src='a' b=", "import a from 'b.png'\n\n", "{}", "}{", "<A ", "<A '", "<A b={", "<A>", "<>", "import 'x'\n\n", "import 'x' {\n\n", "export {\n\n", "export {'\\'\n\n", "export {=/[\n\n", "export {=/[ ", "export {'\\'", "export {`${\n\n", "export default <a>{\n\n", "export {}\n\n", "<a b={", "<a {#", "<a \"'", "<a b='/>' {c} ", "<a/>", "<a {...b}/>\n", "{/* ", "{/* a */}"];
        string[] all = ["`", "`{", "`` ` ", "` `` ``` ", "```\n", "- ```\n", "$a", "$$", "$a$", "\\\\(", "\\\\(a\\\\)", "[[a]]", "[[a|", ":::a\n", ":::a[", "#a ", "%%", "%%a%%", "\uFDD0", "\uFDD00\uFDD0", "## a {#b .c}\n", "[a](b.md) ", "<a href=b.md>", "[TOC]\n\n"];
        foreach (var (units, dialects) in new (string[], Dialect[])[] { (tags, [Dialect.Jekyll, Dialect.Hexo]), (shortcodes, [Dialect.Hugo]), (mdx, [Dialect.Docusaurus]), (all, [Dialect.Generic, Dialect.Obsidian]) })
        {
            foreach (var unit in units)
            {
                foreach (var dialect in dialects)
                    data.Add(unit, dialect, "a.md");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void What_never_closes_costs_no_more_than_what_does(string unit, Dialect dialect, string path)
    {
        var watch = Stopwatch.StartNew();
        var parser = new ArticleParser(new ParseOptions { Dialect = dialect, ResolveLink = _ => null });
        var text = "---\ntitle: T\n---\n" + new StringBuilder().Insert(0, unit, Size / unit.Length);
        var result = parser.Parse(path, Encoding.UTF8.GetBytes(text));

        Assert.DoesNotContain(result.Diagnostics, x => x.Code == DiagnosticCode.ParserFault);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    // Searches that end far away, of which something else comes than what was looked for.
    [Theory]
    [InlineData("{/*", "*/}", Dialect.Generic)]
    [InlineData("{/* a ", "*/}", Dialect.Jekyll)]
    [InlineData("{% img a.png %} ", "", Dialect.Hexo)]
    [InlineData("{% img a.png %} ", "\n", Dialect.Generic)]
    public void What_ends_far_away_is_looked_for_once(string unit, string end, Dialect dialect)
    {
        const int Length = 4_000_000;
        var watch = Stopwatch.StartNew();
        var text = new StringBuilder().Insert(0, unit, Length / unit.Length).Append(end).ToString();

        Assert.InRange(TemplateScanner.Scan(text, dialect, BodyFormat.Markdown, firstLine: 1, excerptSeparator: null).Text.Length, 1, int.MaxValue);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    [Fact]
    public void An_address_of_many_tags_is_read_once()
    {
        const int Tags = 250_000;
        var source = TemplateScanner.Scan(new StringBuilder().Insert(0, "{{ a }}", Tags).ToString(), Dialect.Jekyll, BodyFormat.Markdown, firstLine: 1, excerptSeparator: null);
        var watch = Stopwatch.StartNew();

        Assert.Equal(Tags * "{{ a }}".Length, source.Restore(Uri.EscapeDataString(source.Text)).Length);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData(Dialect.Hugo, "{{< ", " >}}")]
    [InlineData(Dialect.Jekyll, "{% ", " %}")]
    public void A_long_word_in_a_tag_is_read_once(Dialect dialect, string opener, string closer)
    {
        var watch = Stopwatch.StartNew();
        var result = Parse(dialect, $"{opener}{new string('a', 600_000)}.{new string('=', 600_000)}{closer}");

        Assert.NotNull(result.Article);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_text_that_guesses_placeholders_is_served_as_text()
    {
        var body = Parse(Dialect.Jekyll, $"{{{{ {new string('x', 1000)} }}}} {new StringBuilder().Insert(0, "&#xFDD0;0&#xFDD0; ", 1000)}").Article!.Body;

        Assert.InRange(body.Html.Length, 4000, 8000);
    }

    [Theory]
    [InlineData("[a]", "{{ # }}")]
    [InlineData("![a]", "{{ # }}")]
    [InlineData("![a]<b>", "{{ # }}")]
    [InlineData("[a]", "#")]
    [InlineData("![a]", "#")]
    [InlineData("[a]<b>", "#")]
    public void A_definition_that_is_repeated_into_too_much_is_refused(string use, string address)
    {
        var result = Parse(Dialect.Jekyll, $"{new StringBuilder().Insert(0, use + "\n\n", 1000)}[a]: <{address.Replace("#", new string('x', 100_000), StringComparison.Ordinal)}>");

        Assert.Null(result.Article);
        Assert.Contains(result.Diagnostics, x => x.Code == DiagnosticCode.BodyLimit);
    }

    [Theory]
    [InlineData(":::::::a\n:::::::a\n:::\n:::\n")]
    [InlineData(":::a\n    :::\n")]
    [InlineData(":::a\n\n> :::\n\n")]
    public void Containers_that_nothing_closes_are_counted(string unit)
    {
        var result = Parse(Dialect.Generic, new StringBuilder().Insert(0, unit, 600).ToString());

        Assert.Contains(result.Diagnostics, x => x.Code == DiagnosticCode.BodyLimit && x.Message.Contains("containers"));
    }

    [Theory]
    [InlineData(":::a\nx\n:::\n")]
    [InlineData("::::a\n:::b\nx\n:::\n::::\n")]
    [InlineData("> :::a\n> x\n> :::\n\n")]
    [InlineData("- x\n\n    :::a\n    y\n    :::\n\n")]
    public void Containers_that_are_closed_are_not(string unit) =>
        Assert.NotNull(Parse(Dialect.Generic, new StringBuilder().Insert(0, unit, 600).ToString()).Article);

    private static ParseResult Parse(Dialect dialect, string body) =>
        new ArticleParser(new ParseOptions { Dialect = dialect }).Parse("a.md", Encoding.UTF8.GetBytes($"---\ntitle: T\n---\n{body}"));
}
