using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>Ends a block of raw HTML before an element in it whose content is Markdown.</summary>
internal sealed class KramdownHtmlParser : HtmlBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        MarkdownElementParser.IsCandidate(processor.Line.AsSpan().TrimStart()) ? BlockState.None : base.TryContinue(processor, block);
}
