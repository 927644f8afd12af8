using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>
/// An embedded picture becomes an image, anything else a link to a note, of which the address is found later.
/// <c>[[1]](https://…)</c> and <c>[[1]][ref]</c> stay links of Markdown.
/// </summary>
internal sealed class WikiLinkParser : InlineParser
{
    private const int MaxLength = 300;

    public WikiLinkParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var isEmbed = rest is ['!', ..];
        rest = rest[(isEmbed ? 1 : 0)..];
        if (!rest.StartsWith("[[", StringComparison.Ordinal))
            return false;
        var content = rest[2..Math.Min(rest.Length, MaxLength)];
        var length = content.IndexOfAny("[]\n");
        if (length <= 0 || !content[length..].StartsWith("]]", StringComparison.Ordinal) || content[0] == ' ')
            return false;
        if (content[(length + 2)..] is ['(' or '[', ..])
            return false;

        var text = content[..length].ToString();
        var end = slice.Start + (isEmbed ? 1 : 0) + 2 + length + 2;
        var bar = text.IndexOf('|');
        var target = bar < 0 ? text : text[..bar].Trim().TrimEnd('\\');   // "\|" within a table
        var label = bar < 0 ? "" : text[(bar + 1)..].Trim();
        processor.Inline = isEmbed && ImageFinder.IsPicture(target)
            ? Image(processor, slice.Start, target, label)
            : new WikiLinkInline(target, label) { Span = Span(processor, slice.Start, end), Line = processor.LineIndex };
        slice.Start = end;
        return true;
    }

    private static SourceSpan Span(InlineProcessor processor, int start, int end) =>
        new(processor.GetSourcePosition(start), processor.GetSourcePosition(end - 1));

    // ![[pic.png|300]], ![[pic.png|300x200]] and ![[pic.png|text|300]] give a size.
    private static LinkInline Image(InlineProcessor processor, int offset, string target, string label)
    {
        var image = new LinkInline(target, "") { IsImage = true, IsClosed = true, Line = processor.LineIndex };
        image.Span.Start = processor.GetSourcePosition(offset);
        var text = PictureSize.TakeFrom(image, label);
        if (text.Length > 0)
            image.AppendChild(new LiteralInline(text));
        return image;
    }
}
