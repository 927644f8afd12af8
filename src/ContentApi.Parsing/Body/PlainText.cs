using System.Net;
using System.Text;

namespace ContentApi.Parsing.Body;

/// <summary>Builds plain text: white space folded, one line feed between blocks, none at the ends.</summary>
internal sealed class PlainText
{
    private readonly StringBuilder _text = new();
    private char _pending;

    /// <summary>Length of the text so far.</summary>
    public int Length => _text.Length;

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
        while (!text.IsEmpty)
        {
            var space = 0;
            while (space < text.Length && char.IsWhiteSpace(text[space]))
                space++;
            if (space > 0)
                Space();
            text = text[space..];
            var word = 0;
            while (word < text.Length && !char.IsWhiteSpace(text[word]))
                word++;
            if (word == 0)
                continue;
            if (_pending != '\0' && _text.Length > 0)
                _text.Append(_pending);
            _pending = '\0';
            _text.Append(text[..word]);
            text = text[word..];
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

    public string Substring(int start) => _text.ToString(start, _text.Length - start);
}
