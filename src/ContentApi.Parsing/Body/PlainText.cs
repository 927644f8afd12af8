using System.Net;

namespace ContentApi.Parsing.Body;

/// <summary>Builds plain text: white space folded, one line feed between blocks, none at the ends.</summary>
/// <param name="capacity">Characters to make room for.</param>
internal sealed class PlainText(int capacity) : IDisposable
{
    private readonly TextBuffer _text = new(capacity);
    private char _pending;

    /// <summary>Length of the text so far.</summary>
    public int Length => _text.Length;

    /// <summary>The text so far; not to be used after the next call.</summary>
    public ReadOnlySpan<char> Written => _text.Written;

    /// <summary>Appends the text of HTML source, entities decoded.</summary>
    public void AppendHtml(ReadOnlySpan<char> source)
    {
        if (source.Contains('&'))
            Append(Wellformed.Of(WebUtility.HtmlDecode(source.ToString()).Replace("\0", "")));
        else
            Append(source);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var space = 0;
            while (space < text.Length && IsWhiteSpace(text[space]))
                space++;
            if (space > 0)
                Space();
            text = text[space..];
            if (text.IsEmpty)
                return;
            if (_pending != '\0' && _text.Length > 0)
                _text.Append(_pending);
            _pending = '\0';

            // Words with one blank between them stay as they are.
            var end = 1;
            while (end < text.Length && (!IsWhiteSpace(text[end]) || (text[end] == ' ' && end + 1 < text.Length && !IsWhiteSpace(text[end + 1]))))
                end++;
            _text.Append(text[..end]);
            text = text[end..];
        }
    }

    /// <summary>Puts a space before the next word.</summary>
    public void Space()
    {
        if (_pending == '\0')
            _pending = ' ';
    }

    /// <summary>Puts a line feed before the next word.</summary>
    public void Break() => _pending = '\n';

    public override string ToString() => _text.ToString();

    public void Dispose() => _text.Dispose();

    // Above the ideographic space there is none, and most of Chinese, Japanese and Korean is.
    private static bool IsWhiteSpace(char c) => c <= '\u3000' && char.IsWhiteSpace(c);
}
