using System.Globalization;
using System.Text;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Body.Plain;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Tests.Fuzzing;
using ContentApi.TestSupport;
using ContentApi.TestSupport.Xss;
using CsCheck;

namespace ContentApi.Parsing.Tests.Body;

/// <summary>HTML that is scanned gives, to the character, what the tree of a parser, sanitised and written, gives.</summary>
public sealed class PlainHtmlTests
{
    /// <summary>The number of bodies to make of each sort; without it as many as take some seconds.</summary>
    private const string CountVariable = "CONTENTAPI_FUZZ";

    private const int DefaultCount = 4_000;

    // What a parser mends or moves, what only looks like it, and all ways to write an attribute.
    private static readonly string[] Fragments =
    [
        "<p>", "</p>", "<P>", "<p >", "</p >", "</p\n>", "</p x>", "<p/>", "<div>", "</div>", "<div/>", "<b>", "</b>", "<b/>", "<a>", "</a>", "<a href=b.md>", "<a href=\"b?c=d&e=f\">", "<a target=_blank href='/x'>", "<a target=x rel=y>",
        "<h1>", "</h1>", "<h2 id=a>", "</h2>", "<ul>", "</ul>", "<ol start=3>", "</ol>", "<li>", "</li>", "<dl>", "</dl>", "<dt>", "</dt>", "<dd>", "</dd>", "<ruby>", "</ruby>", "<rt>", "</rt>", "<rp>", "</rp>",
        "<table>", "</table>", "<caption>", "</caption>", "<colgroup>", "</colgroup>", "<col>", "<col span=2>", "<tbody>", "</tbody>", "<thead>", "</thead>", "<tfoot>", "</tfoot>", "<tr>", "</tr>", "<tr class=a>", "<td>", "</td>", "<th>", "</th>", "<td colspan=\"2\">",
        "<pre>", "</pre>", "<pre>\n", "<pre>\n\n", "<pre class=x>\na", "<code>", "</code>", "<code data-info=\"a b\">", "<blockquote cite=\"https://e.org\">", "</blockquote>", "<details open>", "<summary>", "</summary>", "</details>", "<figure>", "</figure>", "<figcaption>", "</figcaption>",
        "<br>", "<br/>", "<br />", "</br>", "<hr>", "<hr/>", "<wbr>", "<img>", "<img/>", "<img src=a.png>", "<img src=a/>", "<img src='a.png' id=x alt='\"<>'>", "<img data-src=\"b.png\" src=\"loading.gif\" srcset=\"a.png 1x, b.png 2x\">", "<img src=a onerror=x style=\"a:b\" alt=\"c&nbsp;d\">", "<img src=a src=b>", "<IMG SRC=a>",
        "<img data-original=\"https://e.org/a.jpg\" src=\"https://e.org/thumb/a.jpg\" referrerpolicy=\"no-referrer\">", "<img src=\"data:image/png;base64,AA==\">", "<img src=\"javascript:x\">", "<img data-at=\"3\" src=a>", "<img data-at=\"x\" src=\"a.png\" data-at=2>",
        "<a href=\"javascript:x\">", "<a href=\" https://e.org\">", "<a href=\"data:text/html,x\">", "<a href='&#106;avascript:x'>", "<a href=\"java&#10;script:x\">", "<a href=\"&#x6a;avascript&colon;x\">", "<a title=\"&{x}\">", "<a title='&amp;{x}'>", "<a name=x id=y>", "<a href=\"HTTP://e.org\">", "<a href=\"x:y\">", "<a href=a:b/c>",
        "<span class=\"x\" class='y'>", "<span a=1b=2>", "<span a=\"1\"b=\"2\">", "<span a = \"1\">", "<span a= '1' b>", "<span =a>", "<span a==b>", "<span \"a\">", "<span a='1>", "<span a\nb\tc>", "<span é=1>", "<span A=1>", "<span title=a&amp;b>", "<span title=\"a\0b\">", "<span title='a\rb'>", "</span>", "<span title=\"a\nb\">",
        "<video poster=a.png src=b.mp4 controls>", "</video>", "<audio src=a>", "</audio>", "<source src=a srcset=b>", "<track src=a>", "<picture>", "</picture>", "<input type=checkbox>", "<input type=\"checkbox\" checked disabled>", "<input value=checkbox type=text>",
        "<nav>", "</nav>", "<main>", "</main>", "<section>", "</section>", "<center>", "</center>", "<font color=red>", "</font>", "<i>", "</i>", "<em>", "</em>", "<strong>", "</strong>", "<u>", "</u>", "<ins>", "</ins>", "<q>", "</q>", "<sub>", "</sub>", "<time datetime=2020>", "</time>",
        "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math>", "</math>", "<iframe>", "</iframe>", "<title>", "</title>", "<template>", "</template>", "<select>", "<option>", "<form>", "</form>", "<button>", "<x-y>", "</x-y>", "<nobr>", "<body>", "<html lang=a>", "<frameset>", "<image src=a>", "<marquee>", "<object>", "<noscript>",
        "<!--more-->", "<!-- more -->", "<!---->", "<!--", "-->", "<!-- a -->", "<!--contentapi:start-->", "<!doctype html>", "<![CDATA[", "]]>", "<?a?>", "</>", "</ p>", "<", ">", "<1", "< b>", "&", "& ", "&amp;", "&lt;", "&gt;b", "&quot;", "&nbsp;", "&apos;", "&copy", "&copy;", "&copy=1", "&lang;", "&foo;", "&foo", "&notit;", "&not",
        "&amp", "&AMP;", "&AMP", "&LTx", "&hellip;", "&Aacute;", "&thetasym;", "&zwnj;", "&#39;", "&#x27;", "&#0;", "&#128;", "&#xD800;", "&#x1F600;", "&#x110000;", "&#38;lt;", "&#", "&#x", "&#9;", "&#160;", "&#xFFFE;", "&#xFDD0;", "&;", "&b;", "a", "text ", "中文，", "\n", "\n\n", " ", "\t", "\f", "\r", "\r\n", "\0", "\u00A0", "\u2028", "\u0085", "\u0001", "\uFEFF", "\uFDD0", "\uFFFE", "\uFFFF", "😀", "\uD800", "\uDC00", "\"", "'", "=", "/", ";", "&l", "t;",
    ];

    private static readonly string[] Blocks = ["p", "div", "section", "blockquote", "h2", "h3", "ul", "ol", "dl", "table", "pre", "figure", "center", "details", "a", "b", "hr"];

    private static readonly string[] Inlines = ["b", "strong", "em", "i", "a", "span", "code", "font", "sub", "q", "ruby", "img", "br", "u", "del", "video", "input"];

    private static readonly string[] Attributes =
    [
        "class=\"a b\"", "id='x'", "title=\"a &amp; b\"", "title='\"'", "href=\"/a?b=c&d=e&amp;f\"", "href=https://e.org/x", "href=\"b.md#c\"", "src=\"a.png\"", "src='//e.org/b.jpg'", "data-src=\"c.png\"", "alt=\"图 &lt;\"", "style=\"color:red\"", "onclick=\"x()\"", "target=\"_blank\"", "rel=nofollow", "width=3",
        "srcset=\"a 1x, b 2x\"", "name=n", "open", "type=\"checkbox\"", "lang=zh", "href=\"javascript:x\"", "cite=\"x:y\"", "data-info=\"js\"", "poster=\"a\"", "colspan=2", "title=\"&{\"", "align=\"center\"", "data-at=\"1\"", "data-address=\"d.png\"", "hidden",
    ];

    private static readonly byte[][] Seeds =
    [
        .. new[]
        {
            "<div>   \n浙江省首个大型超算中心——即将建成！<br>\n<p>“乌镇之光”&nbsp;2020年，11.99%</p><p><a target=\"_blank\" href=\"https://e.org/a.jpeg\"><img data-original=\"https://e.org/a.jpeg\" src=\"https://e.org/thumb/a.jpeg\" referrerpolicy=\"no-referrer\"></a> </p>   \n</div>\n",
            "<table class=\"t\"><caption>c</caption><colgroup><col span=2></colgroup>\n<thead><tr><th>a</th><th>b</th></tr></thead>\n<tbody>\n<tr><td><p>1</p></td><td><ul><li>x</li>\n<li>y <a href=\"b.md\">z</a></li></ul></td></tr></tbody></table>\n<table><tr><td>a</td></tr></table>",
            "<h2 id=\"a\">标题</h2><p>a <b>b <i>c</i></b> &amp; &lt;d&gt; <code>e</code></p><pre>\n\n<code class=\"language-js\">f &lt; g\n</code></pre><dl><dt>h</dt><dd>i<p>j</p></dd></dl><!--more--><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><hr><iframe src=x></iframe>",
            "<figure class='k'><img src=l.png alt=\"m &quot;n&quot;\" width=1><figcaption>o</figcaption></figure><details open><summary>p</summary>\n<blockquote cite=\"https://e.org\">q</blockquote></details><video poster=\"r.png\" controls><source src=\"s.mp4\"></video><input type=checkbox checked> t",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Every_element_that_may_be_served_is_known_to_the_scan() => Assert.All(HtmlNames.Allowed.Set, name => Assert.Equal(name, PlainTag.Find(name)?.Name));

    [Fact]
    public void Real_bodies_are_nearly_all_scanned_and_give_what_their_trees_give()
    {
        var parser = new ArticleParser(new ParseOptions { Dialect = Dialect.Generic });
        var (html, scannedHtml, rendered, scannedRendered) = (0, 0, 0, 0);
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.Corpus, "*", SearchOption.AllDirectories))
        {
            if (parser.Parse(Path.GetFileName(file), File.ReadAllBytes(file)).Article?.Body is not { } body)
                continue;
            var isScanned = Check(body.Raw);
            var isRenderedScanned = Check(body.Html);
            if (body.Format == BodyFormat.Html)
                (html, scannedHtml) = (html + 1, scannedHtml + (isScanned ? 1 : 0));
            else
                (rendered, scannedRendered) = (rendered + 1, scannedRendered + (isRenderedScanned ? 1 : 0));
        }

        Assert.InRange(scannedHtml, html * 2 / 3, html);
        Assert.InRange(scannedRendered, rendered * 9 / 10, rendered);
    }

    [Fact]
    public void Html_of_the_manual_and_attempts_to_run_scripts_give_what_their_trees_give()
    {
        var specs = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.Parsing.Tests", "Specs"), "*.md").Select(File.ReadAllText).ToList();

        Assert.NotEmpty(specs);
        Assert.All(specs.SelectMany(spec => spec.Split("\n\n").Append(spec)).Concat(XssVectors.All.Select(vector => vector.Text)), text => Check(text));
    }

    [Fact]
    public void Fragments_in_any_order_give_what_their_tree_gives() =>
        Gen.OneOf(Fragments).List[1, 14].Sample(pieces => { Check(string.Concat(pieces)); }, iter: Count);

    [Fact]
    public void Whole_html_with_and_without_faults_gives_what_its_tree_gives()
    {
        var scanned = 0;
        Parallel.For(0, Count, number =>
        {
            var random = new Random(number);
            var html = new StringBuilder();
            Write(html, random, depth: 0, Blocks);
            for (var faults = random.Next(2); faults > 0; faults--)
                html.Insert(random.Next(html.Length + 1), Fragments[random.Next(Fragments.Length)]);
            if (Check(html.ToString()))
                Interlocked.Increment(ref scanned);
        });

        Assert.InRange(scanned, Count / 4, Count);
    }

    [Fact]
    public void Real_html_broken_in_random_places_gives_what_its_tree_gives() =>
        Parallel.For(0, Count, number => Check(Encoding.UTF8.GetString(Mutator.Mutate(Seeds, number))));

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : DefaultCount;

    // Mostly what may stand where it stands; a list holds items, a table rows.
    private static void Write(StringBuilder html, Random random, int depth, string[] names)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            if (random.Next(3) == 0 || depth > 5)
                html.Append(random.Next(8) == 0 ? Fragments[^random.Next(1, 25)] : "a &amp; b > &nbsp;“文”\n");
            else
                WriteElement(html, random, depth, names[random.Next(names.Length)]);
        }
    }

    private static void WriteElement(StringBuilder html, Random random, int depth, string name)
    {
        html.Append('<').Append(name);
        for (var left = random.Next(-2, 4); left > 0; left--)
            html.Append(' ').Append(Attributes[random.Next(Attributes.Length)]);
        html.Append('>');
        if (HtmlNames.Void.Contains(name))
            return;
        switch (name)
        {
            case "ul" or "ol":
                WriteElement(html, random, depth + 1, "li");
                break;
            case "dl":
                WriteElement(html, random, depth + 1, "dt");
                WriteElement(html, random, depth + 1, "dd");
                break;
            case "table":
                WriteElement(html, random, depth + 1, random.Next(2) == 0 ? "tbody" : "tr");
                break;
            case "tbody":
                WriteElement(html.Append('\n'), random, depth + 1, "tr");
                break;
            case "tr":
                WriteElement(html, random, depth + 1, random.Next(2) == 0 ? "td" : "th");
                break;
            case "ruby":
                WriteElement(html.Append('漢'), random, depth + 1, "rt");
                break;
            default:
                Write(html, random, depth + 1, random.Next(6) == 0 || name is "div" or "section" or "blockquote" or "li" or "dd" or "td" or "details" ? Blocks : Inlines);
                break;
        }

        html.Append("</").Append(name).Append('>');
    }

    // True when it was scanned.
    private static bool Check(string html)
    {
        var isScanned = false;
        foreach (var isBody in (ReadOnlySpan<bool>)[true, false])
        {
            Assert.Equal(Clean(html, isBody, mayScan: false), Clean(html, isBody, mayScan: true));
            isScanned = PlainHtml.Read(HtmlFilter.Run(html, hasComponents: false, marksPlaces: isBody).Html) is not null;
        }

        return isScanned;
    }

    private static string Clean(string html, bool isBody, bool mayScan)
    {
        var bag = new DiagnosticBag("a.html");
        var options = new ParseOptions { Dialect = Dialect.Generic, ResolveLink = link => new LinkTarget(link.Address.Length % 2 == 0 ? "/a" : null), ResolveImage = address => address.Length % 3 == 0 ? "/images/x:\"y" : null };
        var source = new TemplateText(html, html, TemplateText.FirstMark, "", [], [], firstLine: 1);
        var (images, links) = (new ImageFinder(options, bag), new LinkFinder(options, source, bag));
        var result = new HtmlCleaner(images, links, source, bag, mayScan).Clean(html, hasComponents: false, isBody);
        return $"{result}\n{string.Join('\n', images.Images.Select(image => $"{image} {string.Join(' ', image.Roles)}"))}\n{string.Join('\n', links.Links)}\n{string.Join('\n', bag.ToList())}";
    }
}
