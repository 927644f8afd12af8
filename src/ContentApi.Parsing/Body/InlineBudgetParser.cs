using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Matches nothing: it counts what Markdig is about to spend. Within one paragraph or table Markdig's inline parsers search
/// back over all open delimiters and earlier links, and forward for the end of a link, so their cost is quadratic.
/// </summary>
internal sealed class InlineBudgetParser : InlineParser
{
    // About 30 ns each: five seconds for a whole document. A table of 1,000 rows with emphasis in each costs a fifth of it.
    private const long MaxCost = 150_000_000;

    private const int LinkLength = 500;

    public InlineBudgetParser() => OpeningCharacters = ['*', '_', '~', '[', ']', '|', ':', '.'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var spent = (Spent)(processor.ParserStates[Index] ??= new Spent());
        if (spent.Document != processor.Document || spent.Leaf != processor.Block)
        {
            spent.Cost = spent.Document == processor.Document ? spent.Cost : 0;
            (spent.Document, spent.Leaf, spent.Delimiters, spent.Addresses) = (processor.Document, processor.Block, 0, 0);
        }

        switch (slice.CurrentChar)
        {
            case '|':
                spent.Delimiters++;
                break;
            case ']':
                // A link that does not close nearby is looked for to the end of the paragraph.
                if (slice.PeekChar() == '(' && slice.AsSpan()[..Math.Min(slice.Length, LinkLength)].IndexOf(')') < 0)
                    spent.Cost += slice.Length;
                break;
            case ':' or '.':
                if (AddressParser.LengthBefore(slice) > 0)
                    spent.Cost += spent.Addresses++;
                break;
            default:
                spent.Cost += spent.Delimiters++;
                break;
        }

        return spent.Cost <= MaxCost
            ? false
            : throw new BodyLimitException("a paragraph or table of the Markdown has too many delimiters");
    }

    private sealed class Spent
    {
        public MarkdownDocument? Document { get; set; }

        public LeafBlock? Leaf { get; set; }

        public long Cost { get; set; }

        public int Delimiters { get; set; }

        public int Addresses { get; set; }
    }
}
