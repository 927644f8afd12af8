using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>Writes the placeholders of a line; what stands for them is put in when the HTML is finished.</summary>
internal sealed class TemplateBlockRenderer : HtmlObjectRenderer<TemplateBlock>
{
    protected override void Write(HtmlRenderer renderer, TemplateBlock block)
    {
        renderer.EnsureLine();
        renderer.WriteEscape(block.Placeholders);
        renderer.EnsureLine();
    }
}
