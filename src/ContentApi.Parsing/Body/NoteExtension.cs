using Markdig;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>What Obsidian's Markdown has beyond the common; the rest of it is read by <see cref="NotePass"/>.</summary>
internal sealed class NoteExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new InlineFootnoteParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
