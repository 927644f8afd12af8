using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>MDX has no code by indentation (mdxjs.com, "What is MDX?"): it is how components are written within each other.</summary>
internal sealed class MdxExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.TryRemove<IndentedCodeBlockParser>();

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
