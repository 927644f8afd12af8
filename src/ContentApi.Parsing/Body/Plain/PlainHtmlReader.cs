using System.Buffers;

namespace ContentApi.Parsing.Body.Plain;

/// <summary>Scans HTML once; gives up at the first thing that an HTML parser might not take as it is written.</summary>
internal sealed class PlainHtmlReader(string html)
{
    private const string Blanks = " \t\n";

    private static readonly SearchValues<char> Marks = SearchValues.Create("<>&\u00A0\0\r\uFFFF");

    private readonly List<PlainElement> _elements = [];
    private readonly List<PlainEdit> _edits = [];
    private readonly OpenElements _open = new();
    private int _at;

    /// <summary>Null when it gave up. To be called once.</summary>
    public PlainHtml? Read()
    {
        while (_at < html.Length)
        {
            if (!ReadText() || (_at < html.Length && !ReadMark()))
                return null;
        }

        return _open.IsEmpty ? new PlainHtml(html, _elements, _edits) : null;
    }

    private bool ReadText()
    {
        var rest = html.AsSpan(_at);
        var length = rest.IndexOfAny(Marks);
        if (length < 0)
            length = rest.Length;
        _at += length;
        return _open.TakesText || !rest[..length].ContainsAnyExcept(Blanks);
    }

    private bool ReadMark() => html[_at] switch
    {
        '<' => ReadTag(),
        '>' => Replace(1, "&gt;"),
        '\u00A0' => Replace(1, "&nbsp;"),
        '&' => ReadReference(),
        _ => false,
    };

    private bool ReadReference()
    {
        if (CharacterReference.Read(html.AsSpan(_at), isInAttribute: false, out var length) is not { } text)
            return false;
        var written = text switch
        {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\u00A0" => "&nbsp;",
            _ => text,
        };
        return Replace(length, written);
    }

    private bool Replace(int length, string text)
    {
        if (!_open.TakesText)
            return false;
        if (!html.AsSpan(_at, length).SequenceEqual(text))
            _edits.Add(new PlainEdit(_at, _at + length, text));
        _at += length;
        return true;
    }

    private bool ReadTag()
    {
        var next = _at + 1 < html.Length ? html[_at + 1] : '\0';
        return next switch
        {
            >= 'a' and <= 'z' => ReadStart(),
            '/' => ReadEnd(),
            '!' => ReadComment(),
            _ => false,
        };
    }

    // The marks of our own; the filter lets no other comment pass.
    private bool ReadComment()
    {
        foreach (var mark in (ReadOnlySpan<string>)[MoreMark.Comment, StartMark.Comment])
        {
            if (string.CompareOrdinal(html, _at, mark, 0, mark.Length) != 0)
                continue;
            _at += mark.Length;
            return true;
        }

        return false;
    }

    private bool ReadEnd()
    {
        var length = NameLength(_at + 2);
        var nameEnd = _at + 2 + length;
        var end = nameEnd;
        while (end < html.Length && html[end] is ' ' or '\n' or '\t')
            end++;
        if (end >= html.Length || html[end] != '>' || !_open.TryClose(html.AsSpan(_at + 2, length), out var hasImpliedBody))
            return false;
        if (hasImpliedBody)
            _edits.Add(new PlainEdit(_at, _at, "</tbody>"));
        if (end > nameEnd)
            _edits.Add(new PlainEdit(nameEnd, end, ""));
        _at = end + 1;
        return true;
    }

    private bool ReadStart()
    {
        var start = _at;
        var nameEnd = start + 1 + NameLength(start + 1);
        if (PlainTag.Find(html.AsSpan(start + 1, nameEnd - start - 1)) is not { } tag)
            return false;
        var attributes = new AttributeReader(html, nameEnd, tag.Name, _open);
        if (!attributes.Read() || (attributes.IsSelfClosed && !tag.IsVoid) || !_open.TryOpen(tag, attributes.Element, out var hasImpliedBody))
            return false;
        _at = attributes.End;
        var before = hasImpliedBody ? "<tbody>" : "";
        if (attributes.Element is { } element)
        {
            _elements.Add(element);
            _edits.Add(new PlainEdit(start, _at, before, element));
        }
        else if (hasImpliedBody || _at != nameEnd + 1)
        {
            _edits.Add(new PlainEdit(start, _at, $"{before}<{tag.Name}>"));
        }

        return tag.Name != "pre" || SkipLineFeed();
    }

    // A parser drops a line feed behind <pre>, and the writer writes one before another.
    private bool SkipLineFeed()
    {
        if (_at + 1 < html.Length && html[_at] == '\n' && html[_at + 1] != '\n')
            _edits.Add(new PlainEdit(_at, _at + 1, ""));
        return true;
    }

    private int NameLength(int from)
    {
        var at = from;
        while (at < html.Length && (html[at] is >= 'a' and <= 'z' or >= '0' and <= '9'))
            at++;
        return at - from;
    }
}
