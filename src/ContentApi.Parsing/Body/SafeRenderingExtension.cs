using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Renderers that let no dangerous link through, and keep maths as it was written for the front end to set.</summary>
internal sealed class SafeRenderingExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new SafeLinkRenderer());
        html.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new SafeAutolinkRenderer());
        html.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new MathTextRenderer());
        html.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new MathBlockTextRenderer());
    }
}
