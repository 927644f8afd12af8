using ContentApi.Parsing.Diagnostics;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Renders Markdown to safe HTML. Cleaning HTML costs several times what rendering costs, so only documents that hold raw
/// HTML are cleaned; in all others the renderers themselves let nothing dangerous through.
/// </summary>
internal sealed class MarkdownRenderer(ImageFinder images, Place start, DiagnosticBag bag)
{
    /// <summary>Null, with an error, when the text is nested too deeply or would take too long.</summary>
    public string? Render(string markdown, bool isMdx)
    {
        try
        {
            if (MarkdownGuard.FindFault(markdown) is { } fault)
                throw new MarkdownLimitException(fault);
            var document = Markdown.Parse(markdown, MarkdownPipelineRules.Pipeline);
            var hasRawHtml = Prepare(document, markdown, isMdx);
            var html = ToHtml(document);
            return hasRawHtml ? new HtmlCleaner(images, start, bag).Clean(html, hasComponents: isMdx) : html;
        }
        catch (Exception e) when (e is MarkdownLimitException or ArgumentException { Source: "Markdig" })
        {
            // Markdig has one argument exception: that for its limit of depth.
            var reason = e is MarkdownLimitException ? e.Message : "the Markdown is nested too deeply";
            bag.Error(DiagnosticCode.BodyLimit, start, $"{reason}; file rejected");
            return null;
        }
    }

    private static string ToHtml(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        MarkdownPipelineRules.Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private bool Prepare(MarkdownDocument document, string source, bool isMdx)
    {
        var links = new List<LinkInline>();
        var rawHtml = false;
        foreach (var node in document.Descendants().ToArray())
        {
            switch (node)
            {
                case LinkInline { IsImage: true } image:
                    links.Add(image);
                    break;
                case HtmlBlock block:
                    rawHtml |= !IsComment(block.Lines.ToString());
                    break;
                case HtmlInline inline:
                    rawHtml |= !IsComment(inline.Tag);
                    break;
                case HeadingBlock heading:
                    TakeId(heading);
                    break;
                case ParagraphBlock paragraph:
                    ReplaceMdx(paragraph, source, isMdx);
                    break;
            }
        }

        foreach (var image in links)
            Resolve(image, rawHtml);
        return rawHtml;
    }

    // Comments are cut from the finished HTML, so they need no cleaning.
    private static bool IsComment(string html)
    {
        var trimmed = html.Trim();
        var tokens = new HtmlScanner(trimmed);
        return tokens.Read() && tokens.Kind == HtmlTokenKind.Comment && tokens.End == trimmed.Length
            && trimmed.EndsWith("-->", StringComparison.Ordinal);
    }

    // "## Heading {#id}", as Hugo, Pandoc and Docusaurus write it.
    private static void TakeId(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is not LiteralInline last)
            return;
        var text = last.Content.ToString().TrimEnd();
        var open = text.LastIndexOf("{#", StringComparison.Ordinal);
        if (open < 0 || text[^1] != '}')
            return;
        var id = text[(open + 2)..^1];
        if (id.Length is 0 or > 100 || id.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':')))
            return;
        last.Content = new Markdig.Helpers.StringSlice(text[..open].TrimEnd());
        heading.GetAttributes().Id = id;
    }

    // Components of MDX are inert; its imports, exports and comments are no text.
    private static void ReplaceMdx(ParagraphBlock paragraph, string source, bool isMdx)
    {
        var (from, to) = (paragraph.Span.Start, Math.Min(paragraph.Span.End + 1, source.Length));
        if (from < 0 || to <= from)
            return;
        var text = source.AsSpan(from, to - from).Trim();
        if (MoreMark.IsMdx(text))
            Replace(paragraph, MoreMark.Comment);
        else if (isMdx && paragraph.Parent is MarkdownDocument && IsModuleCode(text))
            Replace(paragraph, "");
    }

    private static bool IsModuleCode(ReadOnlySpan<char> text) => text.StartsWith("import ", StringComparison.Ordinal)
        || text.StartsWith("export ", StringComparison.Ordinal)
        || (text.StartsWith("{/*", StringComparison.Ordinal) && text.EndsWith("*/}", StringComparison.Ordinal));

    private static void Replace(ParagraphBlock paragraph, string html)
    {
        var parent = paragraph.Parent!;
        var block = new HtmlBlock(null!) { Type = HtmlBlockType.Comment, Lines = new Markdig.Helpers.StringLineGroup(html) };
        parent[parent.IndexOf(paragraph)] = block;
    }

    private void Resolve(LinkInline image, bool willBeCleaned)
    {
        var url = image.Url ?? "";
        if (willBeCleaned)
        {
            // The cleaner lists all images, these and those of raw HTML, in the order of the page.
            image.GetAttributes().AddProperty(HtmlCleaner.AddressAttribute, url);
            return;
        }

        var served = images.AddInline(new ImageMarkup
        {
            Place = new Place(start.Line + image.Line, image.Column + 1),
            Source = url,
            Href = image.Parent is LinkInline { IsImage: false } link ? link.Url : null,
            Alt = TextOf(image),
            Title = image.Title,
        });
        if (served is null)
            image.ReplaceBy(new LiteralInline(TextOf(image)), copyChildren: false);
        else
            image.Url = served;
    }

    private static string TextOf(ContainerInline container) => string.Concat(container.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    }));
}
