using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>Turns the text after the front matter into the forms it is served in.</summary>
internal static class BodyReader
{
    /// <summary>Characters of an excerpt that is cut from the text.</summary>
    private const int ExcerptLength = 1000;

    public static BodyFormat FormatOf(string raw, string extension) => extension switch
    {
        ".html" or ".htm" => BodyFormat.Html,
        ".mdx" => BodyFormat.Mdx,
        _ => HtmlBodyDetector.IsHtml(raw) ? BodyFormat.Html : BodyFormat.Markdown,
    };

    /// <summary>Null, with an error, when the body cannot be rendered safely.</summary>
    /// <param name="raw">The body with LF line ends.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="line">1-based line in the file of its first line.</param>
    /// <param name="options">Dialect, site and where links lead.</param>
    /// <param name="images">Takes the images of the body.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="textStart">Where in it the text begins, of which excerpt and first heading are.</param>
    public static BodyReading? Read(string raw, BodyFormat format, int line, ParseOptions options, ImageFinder images, DiagnosticBag bag, int textStart = 0)
    {
        try
        {
            return Render(raw, format, line, options, images, bag, textStart);
        }
        catch (BodyLimitException e)
        {
            bag.Error(DiagnosticCode.BodyLimit, new Place(line, 1), $"{e.Message}; file rejected");
            return null;
        }
    }

    // Of hexo-renderer-marked and hexo-renderer-markdown-it "breaks" is on, and Obsidian's "Strict line breaks" is off, unless they are set.
    private static bool BreaksLines(ParseOptions options) => options.Site.BreaksLines ?? options.Dialect is Dialect.Hexo or Dialect.Obsidian;

    private static string BeginningOf(ReadOnlySpan<char> text) =>
        Wellformed.Cut(text[..Math.Min(text.Length, ExcerptLength + 1)].ToString(), ExcerptLength).TrimEnd();

    private static BodyReading? Render(string raw, BodyFormat format, int line, ParseOptions options, ImageFinder images, DiagnosticBag bag, int textStart)
    {
        var source = TemplateScanner.Scan(raw, options.Dialect, format, line, options.Site.ExcerptSeparator, textStart);
        var links = new LinkFinder(options, source, bag);
        var html = format == BodyFormat.Html
            ? new HtmlCleaner(images, links, source, bag).Clean(source.Text, hasComponents: false, isBody: true)
            : new MarkdownRenderer(images, links, source, bag).Render(options.Dialect, format, BreaksLines(options));
        if (html is null)
            return null;

        var finished = HtmlFinisher.Finish(html, source, links);
        var (words, minutes) = WordCounter.Count(finished.Text);
        var body = new ParsedBody
        {
            Format = format,
            Raw = raw,
            Html = finished.Html,
            Text = finished.Text,
            TableOfContents = finished.TableOfContents,
            WordCount = words,
            ReadingMinutes = minutes,
            StartLine = line,
        };
        var excerpt = string.IsNullOrWhiteSpace(finished.TextBeforeMark)
            ? BeginningOf(finished.Text.AsSpan(finished.TextStart).TrimStart())
            : finished.TextBeforeMark;
        return new BodyReading(body, excerpt, finished.FirstHeading, links.Links, options.Dialect == Dialect.Obsidian ? NoteTags.Find(finished.Html) : []);
    }
}
