using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Reads addresses that stand in the text. Markdig asks for one at each letter that may begin one, which is every fifth of an
/// English text; this asks at the colon or the point behind its first word, and takes that word back from the text.
/// </summary>
internal sealed class AddressParser : AutoLinkParser
{
    private const string Host = "www";

    private static readonly string[] Schemes = ["https", "http", "ftp", "mailto", "tel"];

    public AddressParser()
        : base(new AutoLinkOptions()) => OpeningCharacters = [':', '.'];

    /// <summary>Characters of the first word of an address before the colon or point that a slice begins with; 0 when none can stand here.</summary>
    public static int LengthBefore(StringSlice slice)
    {
        var before = slice.Text.AsSpan(0, slice.Start);
        if (slice.CurrentChar == '.')
            return before.EndsWith(Host) ? Host.Length : 0;
        foreach (var scheme in Schemes)
        {
            if (before.EndsWith(scheme))
                return scheme.Length;
        }

        return 0;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start - LengthBefore(slice);
        if (start == slice.Start || processor.Inline is not LiteralInline { Content: var text } literal
            || !ReferenceEquals(text.Text, slice.Text) || text.End != slice.Start - 1 || text.Start > start)
            return false;
        var address = new StringSlice(slice.Text, start, slice.End);
        if (!base.Match(processor, ref address))
            return false;
        slice = address;
        if (text.Start == start)
        {
            literal.Remove();
            return true;
        }

        literal.Content.End = start - 1;
        literal.Span.End = processor.GetSourcePosition(start - 1);
        return true;
    }
}
