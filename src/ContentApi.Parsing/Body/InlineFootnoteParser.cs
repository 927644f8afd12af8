using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Reads <c>^[text]</c>, which may hold any Markdown of a line but a further one.</summary>
internal sealed class InlineFootnoteParser : InlineParser
{
    public InlineFootnoteParser() => OpeningCharacters = ['^', ']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var open = (Opened)(processor.ParserStates[Index] ??= new Opened());
        if (open.Block != processor.Block)
            (open.Block, open.Delimiter) = (processor.Block, null);
        return slice.CurrentChar == '^' ? Open(processor, ref slice, open) : Close(processor, ref slice, open);
    }

    private bool Open(InlineProcessor processor, ref StringSlice slice, Opened open)
    {
        if (open.Delimiter is not null || slice.PeekChar() != '[')
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = open.Delimiter = new InlineFootnoteDelimiter(this)
        {
            Type = DelimiterType.Open,
            Span = new SourceSpan(start, start + 1),
            Line = line,
            Column = column,
        };
        slice.Start += 2;
        return true;
    }

    // The bracket of a link within it is that link's.
    private static bool Close(InlineProcessor processor, ref StringSlice slice, Opened open)
    {
        if (open.Delimiter is not { } delimiter)
            return false;
        Inline? inline = processor.Inline;
        while (inline is not null && inline != delimiter)
        {
            if (inline is LinkDelimiterInline)
                return false;
            inline = inline.Parent;
        }

        open.Delimiter = null;
        if (inline is null)
            return false;
        var footnote = new InlineFootnote
        {
            Span = new SourceSpan(delimiter.Span.Start, processor.GetSourcePosition(slice.Start)),
            Line = delimiter.Line,
            Column = delimiter.Column,
        };
        slice.SkipChar();
        delimiter.ReplaceBy(footnote);
        processor.Inline = footnote;
        processor.PostProcessInlines(0, footnote, null, false);
        footnote.IsClosed = true;
        return true;
    }

    private sealed class Opened
    {
        public LeafBlock? Block { get; set; }

        public InlineFootnoteDelimiter? Delimiter { get; set; }
    }
}
