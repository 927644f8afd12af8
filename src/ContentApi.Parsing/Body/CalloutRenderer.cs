using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>Writes a callout in the form of GitHub's alerts, and one that folds as <c>details</c>, which needs no script.</summary>
internal sealed class CalloutRenderer : HtmlObjectRenderer<CalloutBlock>
{
    /// <summary>Writes a block of which the first child is its title.</summary>
    public static void Write(HtmlRenderer renderer, ContainerBlock block, string kind, CalloutFold fold)
    {
        var (element, title) = fold == CalloutFold.None ? ("div", "p") : ("details", "summary");
        renderer.EnsureLine();
        renderer.Write('<').Write(element).Write(" class=\"markdown-alert markdown-alert-").WriteEscape(kind).Write('"');
        if (block.TryGetAttributes()?.Id is { } id)
            renderer.Write(" id=\"").WriteEscape(id).Write('"');
        renderer.Write(fold == CalloutFold.Open ? " open=\"open\">" : ">").WriteLine();
        var wasImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        foreach (var child in block)
        {
            if (child is CalloutTitle line)
                renderer.Write('<').Write(title).Write(" class=\"markdown-alert-title\">").WriteLeafInline(line).Write("</").Write(title).WriteLine('>');
            else
                renderer.Render(child);
        }

        renderer.ImplicitParagraph = wasImplicit;
        renderer.EnsureLine();
        renderer.Write("</").Write(element).WriteLine('>');
    }

    protected override void Write(HtmlRenderer renderer, CalloutBlock callout) => Write(renderer, callout, callout.Kind, callout.Fold);
}
