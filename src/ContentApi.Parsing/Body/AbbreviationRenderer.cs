using Markdig.Extensions.Abbreviations;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body;

/// <summary>Writes an abbreviation with what it stands for. Markdig's own renderer writes the label as HTML.</summary>
internal sealed class AbbreviationRenderer : HtmlObjectRenderer<AbbreviationInline>
{
    protected override void Write(HtmlRenderer renderer, AbbreviationInline inline)
    {
        var abbreviation = inline.Abbreviation;
        if (renderer.EnableHtmlForInline)
            renderer.Write("<abbr title=\"").WriteEscape(ref abbreviation.Text).Write("\">");
        renderer.WriteEscape(abbreviation.Label);
        if (renderer.EnableHtmlForInline)
            renderer.Write("</abbr>");
    }
}
