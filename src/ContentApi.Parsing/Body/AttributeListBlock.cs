using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>A line that holds a list of attributes alone: it is about the block above, or below when a blank line is between.</summary>
internal sealed class AttributeListBlock(BlockParser parser, AttributeList list) : LeafBlock(parser)
{
    public AttributeList List { get; } = list;

    /// <summary>True when a blank line, or nothing, stands above.</summary>
    public bool IsBelowBlank { get; init; }

    /// <summary>The name that the list is given (<c>{:name: .class}</c>); null when it is applied where it stands.</summary>
    public string? Name { get; init; }
}
