using Markdig.Parsers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>An element of raw HTML whose content is Markdown: <c>&lt;div markdown="1"&gt;</c>.</summary>
internal sealed class MarkdownElement(BlockParser parser, string startTag, string name, bool isSpan) : ContainerBlock(parser)
{
    /// <summary>As written.</summary>
    public string StartTag { get; } = startTag;

    public string Name { get; } = name;

    /// <summary>True when its text makes no paragraphs.</summary>
    public bool IsSpan { get; } = isSpan;

    /// <summary>Elements of its name that are open within it, itself included.</summary>
    public int Depth { get; set; } = 1;

    /// <summary>Columns that all of its content is indented by; null before the first line.</summary>
    public int? Indent { get; set; }
}
