using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>A line of nothing but placeholders: it is a block of its own, and no text of a paragraph.</summary>
internal sealed class TemplateBlock(BlockParser parser, string placeholders) : LeafBlock(parser)
{
    public string Placeholders { get; } = placeholders;
}
