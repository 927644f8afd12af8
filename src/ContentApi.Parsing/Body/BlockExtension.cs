using ContentApi.Parsing.Body.Templates;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>Lines of template code, and admonitions between <c>:::</c>. Their form within a line, <c>::x::</c>, stays text: it is C++ as often.</summary>
internal sealed class BlockExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new CustomContainerParser());
        pipeline.BlockParsers.Insert(0, new TemplateBlockParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new TemplateBlockRenderer());
        html.ObjectRenderers.Insert(0, new AdmonitionRenderer());
    }
}
