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
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.AddIfNotAlready<AbbreviationParser>();
        pipeline.BlockParsers.Replace<AttributeListBlockParser>(new AttributeListBlockParser(takesNames: true));
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new KramdownHtmlParser());
        pipeline.BlockParsers.Insert(0, new MarkdownElementParser());
        pipeline.InlineParsers.Insert(0, new AttributeListInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new MarkdownElementRenderer());
        html.ObjectRenderers.Insert(0, new AbbreviationRenderer());
    }
}
