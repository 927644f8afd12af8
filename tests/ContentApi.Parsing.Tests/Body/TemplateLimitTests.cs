using System.Diagnostics;
using System.Text;
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
        string[] tags = ["{{", "{{ ", "{% ", "{%raw%}", "{% raw %}{% end", "{% highlight %}", "{% highlight a %}endhighlight ", "{# ", "{{ x }}", "{{ x }}\n", "{% link a.md %} ", "{% img a.png %} ", "{% post_link a %}", "{: x}\n", "{:.a}", "#\n{: #a}\n", "*\n{:toc}\n"];
        string[] shortcodes = ["{{< ", "{{<x>}}", "{{% x", "{{< highlight >}}", "{{< highlight >}}/highlight ", "{{< figure src=a >}} ", "{{</* ", "{{< a b=\"", "[a]({{< ref \"b\" >}}) "];
        string[] mdx = ["{", "{a}", "{}", "}{", "<A ", "<A '", "<A b={", "<A>", "<>", "import 'x'\n\n", "import 'x' {\n\n", "export {\n\n", "{/* ", "{/* a */}"];
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
}
