using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>What opens a footnote within a line, until its bracket closes; text when none does.</summary>
internal sealed class InlineFootnoteDelimiter(InlineParser parser) : DelimiterInline(parser)
{
    public override string ToLiteral() => "^[";
}
