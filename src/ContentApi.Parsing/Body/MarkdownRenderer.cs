using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Renders Markdown to safe HTML. Cleaning HTML costs several times what rendering costs, so only documents that hold raw
/// HTML are cleaned; in all others the renderers themselves let nothing dangerous through.
/// </summary>
internal sealed class MarkdownRenderer(ImageFinder images, LinkFinder links, TemplateText source, DiagnosticBag bag)
{
    // Several pictures may stand in one link, so what it is to be is set last.
    private readonly Dictionary<LinkInline, string> _pictureLinks = [];

    /// <summary>Null, with an error, when the HTML in it cannot be worked on safely.</summary>
    /// <exception cref="BodyLimitException">The text is nested too deeply, or would take too long or too much memory.</exception>
    public string? Render(Dialect dialect, BodyFormat format, bool breaksLines)
    {
        try
        {
            if (MarkdownGuard.FindFault(source.Text) is { } fault)
                throw new BodyLimitException(fault);
            var pipeline = MarkdownPipelineRules.For(dialect);
            var document = Markdown.Parse(source.Text, pipeline);
            if (dialect == Dialect.Obsidian)
                NotePass.Run(document);
            var hasRawHtml = Prepare(document, breaksLines);
            var html = BodyRenderer.Render(document, pipeline);
            return hasRawHtml ? new HtmlCleaner(images, links, source, bag).Clean(html, hasComponents: format == BodyFormat.Mdx, isBody: false) : source.ExpandCode(html);
        }
        catch (ArgumentException e) when (e.Source == "Markdig")
        {
            // Markdig has one argument exception: that for its limit of depth.
            throw new BodyLimitException("the Markdown is nested too deeply, or opens too much in one paragraph");
        }
    }

    private bool Prepare(MarkdownDocument document, bool breaksLines)
    {
        var pictures = new List<LinkInline>();
        var attributes = new AttributeListPass();
        var rawHtml = false;
        foreach (var node in MarkdownNodes.Of(document))
        {
            switch (node)
            {
                case LinkInline { IsImage: true } image:
                    pictures.Add(image);
                    break;
                case LinkInline { Url: { } url } link when links.Resolve(url, PlaceOf(link)) is { } address:
                    link.Url = address;
                    break;
                case LineBreakInline end:
                    end.IsHard |= breaksLines;
                    break;
                case WikiLinkInline note:
                    Resolve(note);
                    break;
                case HtmlBlock block when !IsComment(block.Lines.ToString()):
                    rawHtml = true;
                    RawHtmlPlaces.Mark(block);
                    break;
                case MarkdownElement:
                    rawHtml = true;
                    break;
                case HtmlInline inline when !IsComment(inline.Tag):
                    rawHtml = true;
                    RawHtmlPlaces.Mark(inline);
                    break;
                case DelimiterInline open:
                    // A bracket that nothing closes holds the rest of its paragraph: many of them would be many levels.
                    open.ReplaceBy(new LiteralInline(open.ToLiteral()));
                    break;
                case AttributeListInline list:
                    attributes.Add(list);
                    break;
                case AttributeListBlock list:
                    attributes.Add(list);
                    break;
                case HeadingBlock heading:
                    HeadingAttributes.Take(heading);
                    break;
                case FencedCodeBlock code and not MathBlock:
                    CodeInfo.Apply(code);
                    break;
                case ParagraphBlock paragraph when IsTableOfContents(paragraph):
                    paragraph.Inline!.Clear();
                    break;
            }
        }

        attributes.Run();
        foreach (var image in pictures)
            Resolve(image, rawHtml);
        foreach (var (link, address) in _pictureLinks)
            link.Url = address;
        return rawHtml;
    }

    private Place PlaceOf(Inline inline) => source.PlaceAt(inline.Span.Start);

    // Comments are cut from the finished HTML, so they need no cleaning.
    private static bool IsComment(string html)
    {
        var trimmed = html.Trim();
        var tokens = new HtmlScanner(trimmed);
        return tokens.Read() && tokens.Kind == HtmlTokenKind.Comment && tokens.End == trimmed.Length
            && trimmed.EndsWith("-->", StringComparison.Ordinal);
    }

    // [TOC], [[toc]], [[_TOC_]]: the table of contents is served beside the HTML.
    private bool IsTableOfContents(ParagraphBlock paragraph)
    {
        var (from, length) = (paragraph.Span.Start, paragraph.Span.Length);
        return length is > 4 and < 12 && from >= 0 && from + length <= source.Text.Length
            && source.Text.AsSpan(from, length).Trim() is ['[', .., ']'] mark && mark.Trim("[]_").Equals("toc", StringComparison.OrdinalIgnoreCase);
    }

    private void Resolve(WikiLinkInline note)
    {
        var address = note.Name.Length == 0 ? "" : links.ResolveNote(note.Name, PlaceOf(note));
        var text = new LiteralInline(note.Text);
        if (address is null || address.Length + note.Fragment.Length == 0)
        {
            note.ReplaceBy(text);
            return;
        }

        var link = new LinkInline(address + note.Fragment, "") { IsClosed = true, Span = note.Span };
        link.AppendChild(text);
        note.ReplaceBy(link);
    }

    private void Resolve(LinkInline image, bool willBeCleaned)
    {
        var url = source.Restore(image.Url ?? "");
        if (willBeCleaned && (string.IsNullOrWhiteSpace(url) || !WebAddress.IsImage(url)))
        {
            images.ReadAddress(url, PlaceOf(image));   // for its warning
            ShowText(image);
            return;
        }

        if (willBeCleaned)
        {
            // The cleaner lists all images, these and those of raw HTML, in the order of the page.
            image.Url = WebAddress.WithScheme(image.Url!);
            image.GetAttributes().AddProperty(HtmlCleaner.AddressAttribute, url);
            image.GetAttributes().AddProperty(RawHtmlPlaces.Attribute, image.Span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        var link = image.Parent is LinkInline { IsImage: false } around ? around : null;
        var href = link is null ? null : source.Restore(link.Url ?? "");
        var served = images.AddInline(new ImageMarkup
        {
            Place = PlaceOf(image),
            Source = url,
            Href = href,
            Alt = source.Restore(InlineText.Of(image)),
            Title = source.Restore(image.Title ?? ""),
        });
        if (served is null)
            ShowText(image);
        else if (served.Source != url)
            image.Url = served.Source;   // else its placeholders stay until the HTML is finished
        if (link is not null && served?.Href is { } target && target != href)
            _pictureLinks[link] = target;
    }

    private static void ShowText(LinkInline image) => image.ReplaceBy(new LiteralInline(InlineText.Of(image)), copyChildren: false);
}
