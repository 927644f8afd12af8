using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Reads quotes, and those of them that are callouts: GitHub's alerts (<c>[!NOTE]</c> alone on the first line), and with a title,
/// a fold and kinds of one's own as Obsidian and Hugo know them. What follows the title is Markdown of any kind.
/// </summary>
internal sealed class CalloutParser : QuoteBlockParser
{
    private const int MaxKindLength = 50;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        line.SkipChar();
        line.TrimStart();
        if (processor.IsCodeIndent || Read(ref line) is not ({ } kind, var fold))
            return base.TryOpen(processor);
        var callout = new CalloutBlock(this, kind, fold)
        {
            QuoteChar = processor.CurrentChar,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, line.End),
        };
        line.Trim();
        CalloutTitle.AddTo(processor, callout, kind, line);
        processor.NewBlocks.Push(callout);
        return BlockState.ContinueDiscard;
    }

    // [!kind], [!kind|meaning of a theme], then + or -, then the title. The line goes on behind it.
    private static (string? Kind, CalloutFold Fold) Read(ref StringSlice line)
    {
        var text = line.AsSpan();
        if (!text.StartsWith("[!"))
            return default;
        var close = text.IndexOf(']');
        var kind = close < 0 ? [] : text[2..close];
        if (kind.IndexOf('|') is >= 0 and var bar)
            kind = kind[..bar];
        kind = kind.Trim();
        if (kind.Length is 0 or > MaxKindLength)
            return default;
        foreach (var c in kind)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or ' '))
                return default;
        }

        var fold = close + 1 < text.Length ? text[close + 1] switch { '+' => CalloutFold.Open, '-' => CalloutFold.Closed, _ => CalloutFold.None } : CalloutFold.None;
        var end = close + (fold == CalloutFold.None ? 1 : 2);
        if (end < text.Length && !char.IsWhiteSpace(text[end]))
            return default;
        line.Start += end;
        return (kind.ToString().ToLowerInvariant().Replace(' ', '-'), fold);
    }
}
