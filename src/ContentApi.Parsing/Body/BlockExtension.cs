using ContentApi.Parsing.Body.Templates;
using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Mathematics;
using Markdig.Parsers;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>Lines of template code and of attributes, callouts, formulas, lists of definitions, and admonitions between <c>:::</c>. Their form within a line, <c>::x::</c>, stays text: it is C++ as often.</summary>
internal sealed class BlockExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<QuoteBlockParser>(new CalloutParser());
        pipeline.BlockParsers.Replace<MathBlockParser>(new FormulaParser());
        pipeline.BlockParsers.Replace<DefinitionListParser>(new DefinitionParser());
        pipeline.BlockParsers.Insert(0, new AdmonitionParser());
        pipeline.BlockParsers.Insert(0, new AttributeListBlockParser(takesNames: false));
        pipeline.BlockParsers.Insert(0, new TemplateBlockParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new TemplateBlockRenderer());
        html.ObjectRenderers.Insert(0, new AdmonitionRenderer());
        html.ObjectRenderers.Insert(0, new CalloutRenderer());
    }
}
