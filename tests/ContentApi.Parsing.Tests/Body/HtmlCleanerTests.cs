using ContentApi.Parsing.Body;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;
using CsCheck;

namespace ContentApi.Parsing.Tests.Body;

public sealed class HtmlCleanerTests
{
    // Pieces that have broken sanitisers, in any order.
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math>", "</math>", "<noscript>", "</noscript>", "<template>", "</template>",
        "<iframe src=javascript:alert(1)>", "</iframe>", "<textarea>", "</textarea>", "<title>", "</title>", "<xmp>", "<plaintext>", "<select>", "<option>", "<mi>", "<mtext>",
        "<mglyph>", "<foreignObject>", "<desc>", "<annotation-xml encoding=text/html>", "<table>", "<tr>", "<td>", "</table>", "<caption>", "<form>", "</form>", "<button>",
        "<img src=x onerror=alert(1)>", "<img src=\"`onerror=alert(1)`\">", "<img data-src=javascript:alert(1)>", "<img srcset='javascript:alert(1) 1x, data:text/html,x 2x'>",
        "<img data-srcset='a 1x' src=data:text/html,x>", "<img data-address=javascript:alert(1) src=a>", "<a href=javascript:alert(1)>", "<a href='&#106;avascript:alert(1)'>",
        "<a href='java&#10;script:alert(1)'>", "<a href=' data:text/html,x'>", "<a href=\"vbscript:x\">", "</a>", "<p style='background:url(javascript:x)' onclick=x>", "</p>",
        "<video poster=javascript:x src=data:text/html,x>", "<source srcset=javascript:x>", "<base href=javascript:/>", "<link rel=stylesheet href=x>", "<meta http-equiv=refresh content=0>",
        "<object data=javascript:x>", "<embed src=x>", "<div title='</div><script>alert(1)</script>'>", "</div>", "<!--", "-->", "<!--[if IE]>", "<![CDATA[", "]]>", "<?xml ?>",
        "<b id=x name=y>", "</b>", "<blockquote cite=javascript:x>", "<input type=image src=javascript:x>", "<input type=checkbox onclick=x>", "text", "&lt;script&gt;", "\"", "'", ">", "<",
        "<p/onclick=x>", "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">", "<x-y onclick=x>", "</x-y>", "<a xlink:href=javascript:x>", "<!--more-->", "\0", "<h2 id=\"x&quot; onclick=&quot;y\">");

    [Fact]
    public void Cleaned_html_holds_nothing_dangerous() => Pieces.List[1, 12].Sample(pieces => Check(string.Concat(pieces)), iter: 3000);

    // What our scanner takes for the inside of a tag and a browser for a tag of its own would reach the page unseen.
    [Fact]
    public void The_filter_sees_every_tag_that_a_parser_sees() =>
        Gen.OneOf(Gen.OneOf("<a", "<b ", "<object ", "<p/", "</a", "</object"), Gen.OneOf(" ", "=", "\"", "'", "/", ">", "x", "\n", "\u2028", "\u00A0", "<"))
            .List[1, 30].Sample(pieces => Assert.Null(AllowedHtml.FindForeign(HtmlFilter.Run(string.Concat(pieces), hasComponents: false, marksPlaces: false).Html)), iter: 20_000);

    [Fact]
    public void Markdown_with_html_holds_nothing_dangerous() =>
        Gen.OneOf(Pieces, Gen.OneOf("\n\n", "\n", "    ", "> ", "- ", "`", "```\n", "[a](javascript:x)", "![a](javascript:x)", "<javascript:x>", "[r]", "\n\n[r]: javascript:x\n\n", "*", "|a|\n|-|\n|", "[^1]", "\n\n[^1]: "))
            .List[1, 12].Sample(pieces => CheckMarkdown(string.Concat(pieces)), iter: 3000);

    [Theory]
    [InlineData("<p>a", "<p>a</p>")]
    [InlineData("a &amp; b &lt;c&gt; &nbsp;&copy;", "a &amp; b &lt;c&gt; &nbsp;©")]
    [InlineData("<pre>\n\na\n</pre>", "<pre>\n\na\n</pre>")]
    [InlineData("<b>a<p>b</b>c", "<b>a</b><p><b>b</b>c</p>")]
    [InlineData("<td>a</td>", "a")]
    [InlineData("<table><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>")]
    [InlineData("<svg>a<p>b", "a<p>b</p>")]
    [InlineData("<a href=b=\"c>d<object type=\"e\"><a>f</a>", "<a href=\"b=&quot;c\">d</a><a>f</a>")]
    [InlineData("<a =\"b>c<object type=\"e\"><a>f</a>", "<a>c</a><a>f</a>")]
    [InlineData("<p title=\"a\"b=\"c>d\">e", "<p title=\"a\">e</p>")]
    [InlineData("<a>b<table><a>c</table>", "<a>b</a><a>c</a><table></table>")]
    [InlineData("<a><b></h1><h1><a><h1><table><a><a><dd>", "<a><b></b></a><b><h1><a></a><a></a></h1><h1><a></a><a></a><a><dd></dd></a><table></table></h1></b>")]
    [InlineData("<a title='\"<>&'>x</a>", "<a title=\"&quot;&lt;&gt;&amp;\">x</a>")]
    [InlineData("<img srcset='a.png' src='{%b%}data:text/html,c{%d%}'>", "<img>")]
    public void Html_is_written_as_the_standard_says(string html, string expected) => Assert.Equal(expected, Clean(html));

    private static void Check(string html)
    {
        SafeHtml.Check(Clean(html));
        SafeHtml.Check(HtmlFinisher.Finish(Clean(html), TemplateText.None).Html);
    }

    private static void CheckMarkdown(string markdown)
    {
        var bag = new DiagnosticBag("a.md");
        var options = new ParseOptions { Dialect = Dialect.Generic };
        var reading = BodyReader.Read(markdown, BodyFormat.Markdown, 1, options, new ImageFinder(options, bag), bag);
        SafeHtml.Check(reading!.Body.Html);
    }

    private static string Clean(string html)
    {
        var bag = new DiagnosticBag("a.html");
        var options = new ParseOptions { Dialect = Dialect.Generic };
        var source = new TemplateText(html, html, TemplateText.FirstMark, "", [], [], firstLine: 1);
        return new HtmlCleaner(new ImageFinder(options, bag), new LinkFinder(options, source, bag), source, bag).Clean(html, hasComponents: false, isBody: true)!;
    }
}
