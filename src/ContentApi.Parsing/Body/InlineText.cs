using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>The text of parsed Markdown without its marks.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline container) => string.Concat(container.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AbbreviationInline abbreviation => abbreviation.Abbreviation.Label,
        AutolinkInline link => link.Url,
        MathInline math => new string(math.Delimiter, math.DelimiterCount) + math.Content + new string(math.Delimiter, math.DelimiterCount),
        LineBreakInline => " ",
        _ => "",
    }));
}
