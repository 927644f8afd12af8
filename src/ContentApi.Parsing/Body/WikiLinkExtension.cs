using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>Reads Obsidian's <c>[[Note]]</c> and <c>![[picture.png]]</c>.</summary>
internal sealed class WikiLinkExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
