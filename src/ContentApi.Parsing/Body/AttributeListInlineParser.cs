using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>Reads kramdown's lists of attributes within a line.</summary>
internal sealed class AttributeListInlineParser : InlineParser
{
    public AttributeListInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (AttributeList.Read(slice.AsSpan(), out var length) is not { } list)
            return false;
        processor.Inline = new AttributeListInline(list)
        {
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + length - 1)),
            Line = processor.LineIndex,
        };
        slice.Start += length;
        return true;
    }
}
