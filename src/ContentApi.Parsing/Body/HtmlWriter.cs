using System.Buffers;
using AngleSharp.Dom;
using ContentApi.Parsing.Body.Plain;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Writes a cleaned tree as HTML (HTML standard, 13.3). Without recursion and in linear time: the serialiser of the parser's
/// library looks for each sibling from the first one on.
/// </summary>
internal static class HtmlWriter
{
    private static readonly SearchValues<char> TextMarks = SearchValues.Create("&<>\u00A0");
    private static readonly SearchValues<char> AttributeMarks = SearchValues.Create("&<>\u00A0\"");

    /// <summary>The content of an element. Comments pass; elements whose content is not escaped must be gone.</summary>
    public static string Write(IElement root)
    {
        using var result = new TextBuffer(1024);
        var path = new Stack<(INode Parent, int Next)>();
        path.Push((root, 0));
        while (path.TryPop(out var level))
        {
            if (level.Next < level.Parent.ChildNodes.Length)
            {
                path.Push((level.Parent, level.Next + 1));
                if (WriteStart(level.Parent.ChildNodes[level.Next], result) is { } inner)
                    path.Push((inner, 0));
            }
            else if (level.Parent != root)
            {
                result.Append("</").Append(((IElement)level.Parent).LocalName).Append('>');
            }
        }

        return result.ToString();
    }

    /// <summary>A text as it stands in HTML, between tags and in quotes.</summary>
    public static string Escape(string text)
    {
        using var result = new TextBuffer(text.Length);
        Escape(text, result, inAttribute: true);
        return result.ToString();
    }

    /// <summary>The start tag of an element.</summary>
    public static void WriteStart(PlainElement element, TextBuffer result)
    {
        result.Append('<').Append(element.Name);
        foreach (var (name, value) in element.Attributes)
            WriteAttribute(name, value, result);
        result.Append('>');
    }

    /// <summary>The node when its children and its end tag have to follow.</summary>
    private static IElement? WriteStart(INode node, TextBuffer result)
    {
        switch (node)
        {
            case IComment comment:
                result.Append("<!--").Append(comment.Data).Append("-->");
                return null;
            case ICharacterData text:
                Escape(text.Data, result, inAttribute: false);
                return null;
            case not IElement:
                return null;
        }

        var element = (IElement)node;
        result.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
            WriteAttribute(attribute.LocalName, attribute.Value, result);

        result.Append('>');

        // The parser drops a line feed behind <pre>, so one that counts needs another before it.
        if (element.LocalName == "pre" && element.FirstChild is IText { Data: ['\n', ..] })
            result.Append('\n');
        return HtmlNames.Void.Contains(element.LocalName) ? null : element;
    }

    private static void WriteAttribute(string name, string value, TextBuffer result)
    {
        result.Append(' ').Append(name).Append("=\"");
        Escape(value, result, inAttribute: true);
        result.Append('"');
    }

    private static void Escape(ReadOnlySpan<char> text, TextBuffer result, bool inAttribute)
    {
        var marks = inAttribute ? AttributeMarks : TextMarks;
        for (var at = text.IndexOfAny(marks); at >= 0; at = text.IndexOfAny(marks))
        {
            result.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&nbsp;",
            });
            text = text[(at + 1)..];
        }

        result.Append(text);
    }
}
