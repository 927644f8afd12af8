using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body;

/// <summary>Writes a formula of a line as <c>$…$</c>.</summary>
internal sealed class MathTextRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        // The parser takes off the blanks at its ends.
        var content = math.Content;
        while (content.PeekCharExtra(-1) is ' ' or '\t')
            content.Start--;
        while (content.PeekCharAbsolute(content.End + 1) is ' ' or '\t')
            content.End++;
        var delimiter = new string(math.Delimiter, math.DelimiterCount);
        renderer.Write(delimiter).WriteEscape(content).Write(delimiter);
    }
}
