using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>What Jekyll's Markdown has beyond the common: lists of attributes within a line, and abbreviations (<c>*[HTML]: …</c>).</summary>
internal sealed class KramdownExtension : IMarkdownExtension
{
    private readonly AbbreviationExtension _abbreviations = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        _abbreviations.Setup(pipeline);
        pipeline.InlineParsers.Insert(0, new AttributeListInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => _abbreviations.Setup(pipeline, renderer);
}
