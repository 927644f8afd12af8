using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>A budget for parsing, renderers that let no dangerous link through, and maths as written for the front end to set.</summary>
internal sealed class SafetyExtension : IMarkdownExtension
{
    // The budget has to be asked before any other parser, so this extension is the last to be set up.
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new InlineBudgetParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new SafeLinkRenderer());
        html.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new SafeAutolinkRenderer());
        html.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new SafeFootnoteLinkRenderer());
        html.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new MathTextRenderer());
        html.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new MathBlockTextRenderer());
    }
}
