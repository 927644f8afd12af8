using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>The first child of a callout or admonition: what its own line says, in Markdown, or else the name of its kind.</summary>
internal sealed class CalloutTitle : LeafBlock
{
    private CalloutTitle(BlockParser parser)
        : base(parser) => IsOpen = false;

    /// <summary>Puts a title into a block that has no child yet.</summary>
    /// <param name="processor">At the line of the title.</param>
    /// <param name="block">The callout.</param>
    /// <param name="kind">Stands for a title that is empty.</param>
    /// <param name="text">A piece of the line; may be empty.</param>
    public static void AddTo(BlockProcessor processor, ContainerBlock block, string kind, StringSlice text)
    {
        var title = new CalloutTitle(block.Parser!) { Line = processor.LineIndex, Column = processor.Column, Span = new SourceSpan(text.Start, text.End) };
        if (text.IsEmpty)
        {
            title.Inline = new ContainerInline();
            title.Inline.AppendChild(new LiteralInline(char.ToUpperInvariant(kind[0]) + kind[1..]));
        }
        else
        {
            title.ProcessInlines = true;
            title.AppendLine(ref text, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        }

        block.Add(title);
    }
}
