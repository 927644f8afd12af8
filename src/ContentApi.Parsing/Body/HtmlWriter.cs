using System.Text;
using AngleSharp.Dom;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Writes a cleaned tree as HTML (HTML standard, 13.3). Without recursion and in linear time: the serialiser of the parser's
/// library looks for each sibling from the first one on.
/// </summary>
internal static class HtmlWriter
{
    /// <summary>The content of an element. Comments pass; elements whose content is not escaped must be gone.</summary>
    public static string Write(IElement root)
    {
        var result = new StringBuilder();
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
        var result = new StringBuilder(text.Length);
        Escape(text, result, inAttribute: true);
        return result.ToString();
    }

    /// <summary>The node when its children and its end tag have to follow.</summary>
    private static IElement? WriteStart(INode node, StringBuilder result)
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
        {
            result.Append(' ').Append(attribute.LocalName).Append("=\"");
            Escape(attribute.Value, result, inAttribute: true);
            result.Append('"');
        }

        result.Append('>');

        // The parser drops a line feed behind <pre>, so one that counts needs another before it.
        if (element.LocalName == "pre" && element.FirstChild is IText { Data: ['\n', ..] })
            result.Append('\n');
        return HtmlNames.Void.Contains(element.LocalName) ? null : element;
    }

    private static void Escape(string text, StringBuilder result, bool inAttribute)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '\u00A0':
                    result.Append("&nbsp;");
                    break;
                case '"' when inAttribute:
                    result.Append("&quot;");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }
    }
}
