using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body;

/// <summary>Writes a formula of its own as <c>$$…$$</c>; one that ends with the list or the quote around it has no end mark.</summary>
internal sealed class MathBlockTextRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock math)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"math\">$$\n");
        renderer.WriteLeafRawLines(math, writeEndOfLines: true, escape: true);
        renderer.Write(math.ClosingFencedCharCount > 0 ? "$$</div>\n" : "</div>\n");
    }
}
