using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>A list of attributes behind a link, a picture, emphasis or code: <c>[x](y){:target="_blank"}</c>.</summary>
internal sealed class AttributeListInline(AttributeList list) : LeafInline
{
    public AttributeList List { get; } = list;
}
