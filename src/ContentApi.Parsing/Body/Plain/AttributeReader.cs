using System.Buffers;
using System.Text;

namespace ContentApi.Parsing.Body.Plain;

/// <summary>Reads the attributes of one start tag, written as <c>name="value"</c>, <c>name='value'</c>, <c>name=value</c> or <c>name</c>.</summary>
/// <param name="html">Holds the tag.</param>
/// <param name="start">Offset behind the name of the element.</param>
/// <param name="name">The name of the element.</param>
/// <param name="open">What is open before the tag.</param>
internal ref struct AttributeReader(string html, int start, string name, OpenElements open)
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly SearchValues<char> BareCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/#%,;+?");

    /// <summary>With the attributes read; null when there are none.</summary>
    public PlainElement? Element { get; private set; }

    /// <summary>Offset behind the tag.</summary>
    public int End { get; private set; } = start;

    /// <summary>True when the tag ends with a slash.</summary>
    public bool IsSelfClosed { get; private set; }

    /// <summary>False when the tag is written in any other way.</summary>
    public bool Read()
    {
        while (End < html.Length)
        {
            var blanks = SkipBlanks();
            if (End == html.Length)
                return false;
            if (html[End] == '>')
            {
                End++;
                return true;
            }

            if (html[End] == '/' && End + 1 < html.Length && html[End + 1] == '>')
            {
                IsSelfClosed = true;
                End += 2;
                return true;
            }

            if (blanks == 0 || !ReadAttribute())
                return false;
        }

        return false;
    }

    private int SkipBlanks()
    {
        var from = End;
        while (End < html.Length && html[End] is ' ' or '\n' or '\t')
            End++;
        return End - from;
    }

    private bool ReadAttribute()
    {
        var rest = html.AsSpan(End);
        var length = rest.IndexOfAnyExcept(NameCharacters);
        if (length <= 0 || !char.IsAsciiLetterLower(rest[0]))
            return false;
        var attribute = NameOf(rest[..length]);
        End += length;
        var value = "";
        if (html[End] == '=' && !ReadValue(out value))
            return false;
        Element ??= new PlainElement(name, open.FindLink());
        if (Element.Read(attribute) is not null)
            return false;   // a parser takes the first
        Element.Attributes.Add((attribute, value));
        return true;
    }

    private bool ReadValue(out string value)
    {
        var rest = html.AsSpan(++End);
        var quote = rest is [var first, ..] ? first : '\0';
        ReadOnlySpan<char> written;
        if (quote is '"' or '\'')
        {
            rest = rest[1..];
            var length = rest.IndexOf(quote);
            written = length < 0 ? [] : rest[..length];
            End += length + 2;
            value = length < 0 ? "" : Decode(written) ?? "";
            return length >= 0 && (value.Length > 0 || written.IsEmpty);
        }

        var bare = rest.IndexOfAnyExcept(BareCharacters);
        value = bare <= 0 ? "" : rest[..bare].ToString();
        End += Math.Max(0, bare);
        return bare > 0 && rest[bare] is ' ' or '\n' or '\t' or '>';
    }

    // Null when it is not clear what a parser makes of it.
    private static string? Decode(ReadOnlySpan<char> written)
    {
        if (written.ContainsAny('\0', '\r', '\uFFFF'))
            return null;
        var mark = written.IndexOf('&');
        if (mark < 0)
            return written.ToString();
        var value = new StringBuilder(written.Length);
        while (mark >= 0)
        {
            if (CharacterReference.Read(written[mark..], isInAttribute: true, out var length) is not { } text)
                return null;
            value.Append(written[..mark]).Append(text);
            written = written[(mark + length)..];
            mark = written.IndexOf('&');
        }

        return value.Append(written).ToString();
    }

    private static string NameOf(ReadOnlySpan<char> name) => AttributeRules.NameOf(name) ?? name.ToString();
}
