using System.Globalization;
using System.Text;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;
using ContentApi.TestSupport.Xss;

namespace ContentApi.Parsing.Tests.Body;

/// <summary>Bodies put together of pieces of attempts to run a script: cut anywhere, in any order, for every tool.</summary>
public sealed class BodyFuzzTests
{
    /// <summary>The number of bodies to make; without it as many as take some seconds.</summary>
    private const string CountVariable = "CONTENTAPI_FUZZ";

    private const int DefaultCount = 3_000;

    private static readonly string[] Extra =
        ["\n", "\n\n", " ", "    ", "> ", "- ", "| ", "```\n", "`", "*", "[", "](", ")", "![", "[[", "]]", "{{", "}}", "{%", "%}", "{{<", ">}}", "{", "}", "%%", "$", "$$", ":::", "<!--", "-->", "<", ">", "\"", "'", "=", "/", "\uFDD0", "\uFDD00\uFDD0", "<table>", "<b>", "</b>", "<p>", "<a href=", "<img src=", "/>", "<b/>", "<i {...a} b={c}/>", "\n\nexport const a = (", "\n\nimport a from 'b'\n"];

    private static readonly Dialect[] Dialects = Enum.GetValues<Dialect>();

    private static readonly BodyFormat[] Formats = [BodyFormat.Markdown, BodyFormat.Html, BodyFormat.Mdx];

    [Fact]
    public void No_body_breaks_what_is_served_and_cleaning_twice_changes_nothing()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : DefaultCount;
        Parallel.For(0, count, number =>
        {
            var body = Make(new Random(number));
            var fault = FindFault(body, Dialects[number % Dialects.Length], Formats[number / Dialects.Length % Formats.Length]);
            Assert.True(fault is null, $"Body {number}: {fault}\n{body}");
        });
    }

    private static string? FindFault(string body, Dialect dialect, BodyFormat format)
    {
        var bag = new DiagnosticBag("a.md");
        var options = new ParseOptions { Dialect = dialect, ResolveLink = link => new LinkTarget(link.Address.Length % 2 == 0 ? "/a" : null) };
        var reading = BodyReader.Read(body, format, 1, options, new ImageFinder(options, bag), bag);
        if (reading is null)
            return bag.HasErrors ? null : "nothing, and no error";
        if (AllowedHtml.FindFault(reading.Body.Html) is { } fault)
            return $"{fault}\nin {reading.Body.Html}";
        if (AllowedHtml.FindForeign(HtmlFilter.Run(body, hasComponents: false, marksPlaces: true).Html) is { } foreign)
            return $"the filter lets {foreign} pass";
        var once = Clean(body);
        if (once is not null && Clean(once) != once)
            return $"cleaning\n{once}\nagain gave\n{Clean(once)}";
        return null;
    }

    private static string? Clean(string html)
    {
        var bag = new DiagnosticBag("a.html");
        var options = new ParseOptions { Dialect = Dialect.Generic };
        var source = new TemplateText(html, html, TemplateText.FirstMark, "", [], [], firstLine: 1);
        return new HtmlCleaner(new ImageFinder(options, bag), new LinkFinder(options, source, bag), source, bag).Clean(html, hasComponents: false, isBody: true);
    }

    private static string Make(Random random)
    {
        var body = new StringBuilder();
        for (var left = random.Next(1, 9); left > 0; left--)
        {
            var piece = random.Next(3) == 0 ? Extra[random.Next(Extra.Length)] : XssVectors.All[random.Next(XssVectors.All.Count)].Text;
            var from = random.Next(4) == 0 ? random.Next(piece.Length) : 0;
            body.Append(piece, from, (random.Next(4) == 0 ? random.Next(from, piece.Length) : piece.Length) - from);
        }

        return body.Replace("\0", "").ToString();
    }
}
