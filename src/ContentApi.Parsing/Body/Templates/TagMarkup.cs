using System.Text;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>Puts links and pictures in the place of tags, as Markdown or, where Markdown is none, as HTML.</summary>
internal sealed class TagMarkup(string text, bool isMarkdown, TemplateWriter writer)
{
    // Characters before a tag that are looked at for the start of its paragraph.
    private const int MaxLookBack = 2_000;

    // Of the tag before.
    private int _at;
    private int _lineStart;

    /// <summary>A link to another article. Where no title is given Hexo fills in that of the other article. Gives the tag's end.</summary>
    public int WritePostLink(int at, int end, TagCode code)
    {
        var name = code.Arguments[0];
        var title = string.Join(' ', code.Arguments.Skip(1).Where(word => word is not ("true" or "false")));
        var isInHtml = IsInHtml(at);
        var address = new TemplateTag(TemplateTagKind.Link, text[at..end]) { Syntax = LinkSyntax.Post, Address = name };
        writer.Replace(at, at, isInHtml ? "<a href=\"" : "[");
        if (isInHtml)
        {
            writer.Tag(at, at, address);
            writer.Replace(at, at, "\">");
        }

        if (title.Length == 0)
            writer.Tag(at, at, new TemplateTag(TemplateTagKind.LinkTitle, name) { Syntax = LinkSyntax.Post, Address = name });
        else
            writer.Replace(at, at, isInHtml ? HtmlWriter.Escape(title) : MarkdownText.Escape(title));
        if (!isInHtml)
        {
            writer.Replace(at, at, "](");
            writer.Tag(at, at, address);
        }

        writer.Replace(at, end, isInHtml ? "</a>" : ")");
        return end;
    }

    /// <summary>A picture in place of a tag, with its caption behind it. Gives the tag's end.</summary>
    public int WriteImage(int at, int end, string source, string? alt, string? title, string? caption)
    {
        var image = new StringBuilder();
        if (IsInHtml(at))
        {
            image.Append("<img src=\"").Append(HtmlWriter.Escape(source)).Append("\" alt=\"").Append(HtmlWriter.Escape(alt ?? "")).Append('"');
            if (title is not null)
                image.Append(" title=\"").Append(HtmlWriter.Escape(title)).Append('"');
            image.Append('>').Append(HtmlWriter.Escape(caption ?? ""));
        }
        else
        {
            image.Append("![").Append(MarkdownText.Escape(alt ?? "")).Append("](<").Append(MarkdownText.Escape(source)).Append('>');
            if (title is not null)
                image.Append(" \"").Append(MarkdownText.Escape(title)).Append('"');

            // Hugo's own figure reads its caption as Markdown.
            image.Append(')').Append(caption is null ? "" : " " + caption.Replace('\n', ' '));
        }

        writer.Replace(at, end, image.ToString());
        return end;
    }

    // Markdown is none within a block of HTML: one whose paragraph begins with a tag.
    private bool IsInHtml(int at)
    {
        if (!isMarkdown)
            return true;
        var start = at;
        var first = at;
        while (start > 0 && at - start < MaxLookBack)
        {
            var lineStart = start == at ? LineStartOf(at) : text.LastIndexOf('\n', start - 1) + 1;
            if (start < at && text.AsSpan(lineStart, start - lineStart).IsWhiteSpace())
                break;
            first = lineStart;
            start = lineStart == 0 ? 0 : lineStart - 1;
        }

        var paragraph = text.AsSpan(first, at - first).TrimStart();
        return paragraph is ['<', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '/', ..] && !paragraph.StartsWith("<http");
    }

    // Tags come in order, and many may stand in one line.
    private int LineStartOf(int at)
    {
        if (text.AsSpan(_at, at - _at).LastIndexOf('\n') is >= 0 and var found)
            _lineStart = _at + found + 1;
        _at = at;
        return _lineStart;
    }
}
