using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body;

/// <summary>Writes a formula of a line as <c>$…$</c>.</summary>
internal sealed class MathTextRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        var delimiter = new string(math.Delimiter, math.DelimiterCount);
        renderer.Write(delimiter).WriteEscape(math.Content).Write(delimiter);
    }
}
