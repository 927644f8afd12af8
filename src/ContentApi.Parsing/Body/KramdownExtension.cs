using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Parsers;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>
/// What Jekyll's Markdown has beyond the common: lists of attributes within a line, abbreviations (<c>*[HTML]: …</c>), and
/// Markdown within elements that ask for it.
/// </summary>
internal sealed class KramdownExtension : IMarkdownExtension
{
    private readonly AbbreviationExtension _abbreviations = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        _abbreviations.Setup(pipeline);
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new KramdownHtmlParser());
        pipeline.BlockParsers.Insert(0, new MarkdownElementParser());
        pipeline.InlineParsers.Insert(0, new AttributeListInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        _abbreviations.Setup(pipeline, renderer);
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Insert(0, new MarkdownElementRenderer());
    }
}
