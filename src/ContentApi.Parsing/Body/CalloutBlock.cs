using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>A quote whose first line names its kind: <c>&gt; [!tip]- Title</c>.</summary>
internal sealed class CalloutBlock(BlockParser parser, string kind, CalloutFold fold) : QuoteBlock(parser)
{
    /// <summary>Lower-cased letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Kind { get; } = kind;

    public CalloutFold Fold { get; } = fold;
}
