using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Reads elements that say <c>markdown="1"</c>, <c>"block"</c> or <c>"span"</c>, as kramdown does: from the line of the start
/// tag to the end tag that belongs to it. They are cleaned like any raw HTML.
/// </summary>
internal sealed class MarkdownElementParser : BlockParser
{
    // Every line is looked at by each element that is open.
    private const int MaxNesting = 10;

    public MarkdownElementParser() => OpeningCharacters = ['<'];

    /// <summary>True for a line that begins with a tag which may open such an element.</summary>
    public static bool IsCandidate(ReadOnlySpan<char> line) => line is ['<', ..] && line.Contains(" markdown=", StringComparison.OrdinalIgnoreCase);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !IsCandidate(processor.Line.AsSpan()) || NestingOf(processor.CurrentContainer) >= MaxNesting)
            return BlockState.None;
        var tag = new HtmlScanner(processor.Line.ToString());
        if (!tag.Read() || tag.Kind != HtmlTokenKind.Start || !IsBlock(tag.Name))
            return BlockState.None;
        var value = ValueOf(tag.Attributes);
        if (value is not ("1" or "block" or "span"))
            return BlockState.None;
        var name = tag.Name.ToString();
        var element = new MarkdownElement(this, tag.Token.ToString(), name, value is "span" || (value is "1" && IsSpan(name)))
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        processor.Line.Start += tag.End;
        processor.Column += tag.End;
        processor.NewBlocks.Push(element);
        Follow(processor, element);
        return processor.Line.IsEmptyOrWhitespace() ? BlockState.ContinueDiscard : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var element = (MarkdownElement)block;
        if (element.Depth == 0)
        {
            // Closed at once, so that no text behind it goes on with a paragraph in it.
            processor.Close(element);
            return BlockState.None;
        }

        if (IsInCode(element) || processor.IsBlankLine)
            return BlockState.Continue;
        element.Indent ??= processor.Indent;
        Follow(processor, element);
        if (element.Depth == 0 && processor.Line.IsEmptyOrWhitespace())
            return BlockState.BreakDiscard;
        processor.GoToColumn(processor.ColumnBeforeIndent + Math.Min(processor.Indent, element.Indent.Value));
        return BlockState.Continue;
    }

    // Counts the tags of a line. The end tag of the element ends it and is no content, unless something stands behind it.
    private static void Follow(BlockProcessor processor, MarkdownElement element)
    {
        var line = processor.Line.ToString();
        var tokens = new HtmlScanner(line);
        while (element.Depth > 0 && tokens.Read())
        {
            if (tokens.Kind is not (HtmlTokenKind.Start or HtmlTokenKind.End) || !tokens.Name.Equals(element.Name, StringComparison.OrdinalIgnoreCase))
                continue;
            element.Depth += tokens.Kind == HtmlTokenKind.Start ? 1 : -1;
            if (element.Depth == 0 && line.AsSpan(tokens.End).IsWhiteSpace())
                processor.Line.End = processor.Line.Start + tokens.Start - 1;
        }
    }

    // A fence that is still open.
    private static bool IsInCode(MarkdownElement element)
    {
        Block? block = element;
        while (block is ContainerBlock { LastChild: { } last })
            block = last;
        return block is FencedCodeBlock { ClosingFencedCharCount: 0 };
    }

    private static int NestingOf(Block? block)
    {
        var nesting = 0;
        for (; block is not null; block = block.Parent)
            nesting += block is MarkdownElement ? 1 : 0;
        return nesting;
    }

    private static bool IsBlock(ReadOnlySpan<char> name) => (HtmlNames.Block.Contains(name) && !HtmlNames.Verbatim.Contains(name)) || name is "td" or "th";

    private static bool IsSpan(string name) => name.ToLowerInvariant() is "p" or "dt" or "th" or "caption" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static string ValueOf(ReadOnlySpan<char> attributes)
    {
        var at = attributes.IndexOf(" markdown=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return "";
        var value = attributes[(at + " markdown=".Length)..].TrimStart("\"'");
        var end = value.IndexOfAny(" \t\"'/>");
        return (end < 0 ? value : value[..end]).ToString();
    }
}
