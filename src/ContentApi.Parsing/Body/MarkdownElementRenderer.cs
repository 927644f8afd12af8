using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body;

/// <summary>Writes the tags of an element around its Markdown; the cleaner decides on them.</summary>
internal sealed class MarkdownElementRenderer : HtmlObjectRenderer<MarkdownElement>
{
    protected override void Write(HtmlRenderer renderer, MarkdownElement element)
    {
        renderer.EnsureLine();
        renderer.Write(element.StartTag);
        if (!element.IsSpan)
            renderer.WriteLine();
        var wasImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = element.IsSpan;
        renderer.WriteChildren(element);
        renderer.ImplicitParagraph = wasImplicit;
        if (!element.IsSpan)
            renderer.EnsureLine();
        renderer.Write("</").Write(element.Name).WriteLine('>');
    }
}
