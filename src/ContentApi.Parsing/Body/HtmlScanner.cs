using System.Buffers;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Cuts HTML into tokens as the tokenizer of the HTML standard does (section 13.2.5), in one pass and without building a
/// tree. Any text is valid input; the tokens follow each other without a gap.
/// </summary>
internal ref struct HtmlScanner(string html)
{
    // Their content is text until their own end tag (13.2.5.2 and 13.2.5.3).
    private static readonly string[] TextOnly = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\f\r/>=");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\n\f\r>");

    private int _nameStart;
    private int _nameEnd;
    private int _textOnlyStart = -1;
    private int _unclosed;   // a bit for each of TextOnly that has no end tag any more

    public HtmlTokenKind Kind { get; private set; } = HtmlTokenKind.Text;

    /// <summary>Offset of the token.</summary>
    public int Start { get; private set; }

    /// <summary>Offset after the token.</summary>
    public int End { get; private set; }

    public readonly ReadOnlySpan<char> Token => html.AsSpan(Start, End - Start);

    /// <summary>Name of a tag as written.</summary>
    public readonly ReadOnlySpan<char> Name => html.AsSpan(_nameStart, _nameEnd - _nameStart);

    /// <summary>The tag from behind its name to before its end.</summary>
    public readonly ReadOnlySpan<char> Attributes => html.AsSpan(_nameEnd, End - _nameEnd).TrimEnd('>');

    public bool Read()
    {
        Start = End;
        if (Start >= html.Length)
            return false;
        if (_textOnlyStart >= 0)
            return ReadTextOnly();
        if (html[Start] != '<')
            return Finish(HtmlTokenKind.Text, NextTag(Start));
        var next = Start + 1 < html.Length ? html[Start + 1] : '\0';
        if (char.IsAsciiLetter(next))
            return ReadTag(HtmlTokenKind.Start, Start + 1);
        return next switch
        {
            '/' when Start + 2 < html.Length && char.IsAsciiLetter(html[Start + 2]) => ReadTag(HtmlTokenKind.End, Start + 2),
            '!' when html.AsSpan(Start).StartsWith("<!--", StringComparison.Ordinal) => Finish(HtmlTokenKind.Comment, CommentEnd()),
            '!' or '?' or '/' => Finish(HtmlTokenKind.Other, After('>', Start)),
            _ => Finish(HtmlTokenKind.Text, NextTag(Start + 1)),
        };
    }

    private bool Finish(HtmlTokenKind kind, int end)
    {
        Kind = kind;
        End = end;
        return true;
    }

    private readonly int NextTag(int from)
    {
        var at = html.AsSpan(from).IndexOf('<');
        return at < 0 ? html.Length : from + at;
    }

    private readonly int After(char c, int from)
    {
        var at = html.AsSpan(from).IndexOf(c);
        return at < 0 ? html.Length : from + at + 1;
    }

    private readonly int CommentEnd()
    {
        var rest = html.AsSpan(Start + 4);
        if (rest is ['>', ..])
            return Start + 5;
        if (rest is ['-', '>', ..])
            return Start + 6;
        for (var at = 0; ; at += 2)
        {
            var found = rest[at..].IndexOf("--");
            if (found < 0)
                return html.Length;
            at += found;
            var tail = rest[(at + 2)..];
            if (tail is ['>', ..])
                return Start + 4 + at + 3;
            if (tail is ['!', '>', ..])
                return Start + 4 + at + 4;
            at--;   // "--->" ends a comment too
        }
    }

    private bool ReadTag(HtmlTokenKind kind, int nameStart)
    {
        _nameStart = nameStart;
        _nameEnd = nameStart + 1;
        while (_nameEnd < html.Length && (html[_nameEnd] > '>' || !(IsBlank(html[_nameEnd]) || html[_nameEnd] is '/' or '>')))
            _nameEnd++;
        var end = TagEnd(_nameEnd);
        if (end < 0)
            return Finish(HtmlTokenKind.Other, html.Length);
        if (kind == HtmlTokenKind.Start && BitOf(Name) is var bit && (bit & ~_unclosed) != 0)
            _textOnlyStart = _nameStart;
        return Finish(kind, end);
    }

    // Attribute by attribute (13.2.5.32 to 13.2.5.40): a quote opens a value only right behind the first "=" of an attribute.
    private readonly int TagEnd(int at)
    {
        while (true)
        {
            while (at < html.Length && (IsBlank(html[at]) || html[at] == '/'))
                at++;
            if (at == html.Length)
                return -1;
            if (html[at] == '>')
                return at + 1;
            at = SkipBlanks(Find(at + 1, NameEnds));   // a name may begin with "="
            if (at == html.Length || html[at] != '=')
                continue;
            at = SkipBlanks(at + 1);
            if (at < html.Length && html[at] is '"' or '\'')
                at = After(html[at], at + 1);
            else
                at = Find(at, ValueEnds);
        }
    }

    private readonly int SkipBlanks(int at)
    {
        while (at < html.Length && IsBlank(html[at]))
            at++;
        return at;
    }

    private readonly int Find(int at, SearchValues<char> characters)
    {
        var length = html.AsSpan(at).IndexOfAny(characters);
        return length < 0 ? html.Length : at + length;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    private static int BitOf(ReadOnlySpan<char> name)
    {
        if (name.Length < 3 || (name[0] | ' ') is not ('s' or 't' or 'x' or 'i' or 'n' or 'p'))
            return 0;   // most tags
        for (var i = 0; i < TextOnly.Length; i++)
        {
            if (name.Equals(TextOnly[i], StringComparison.OrdinalIgnoreCase))
                return 1 << i;
        }

        return 0;
    }

    // A browser would take the rest of the page for text when the end tag is missing. Here it is read as what it is, so that
    // the article keeps its text and no tag of it goes unseen.
    private bool ReadTextOnly()
    {
        var name = Name;
        var from = Start;
        _textOnlyStart = -1;
        while (true)
        {
            var found = html.AsSpan(from).IndexOf("</");
            if (found < 0)
                break;
            from += found;
            var rest = html.AsSpan(from + 2);
            var isEnd = rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == name.Length || rest[name.Length] is ' ' or '\t' or '\n' or '\f' or '\r' or '/' or '>');
            if (isEnd)
                return from == Start ? Read() : Finish(HtmlTokenKind.Text, from);
            from += 2;
        }

        _unclosed |= BitOf(name);
        return Read();
    }
}
