using System.Globalization;
using System.Text;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// A body whose template code has been taken out, with what is needed to put it back: into text as an element that a front
/// end can find, into attributes as it is written. A placeholder is digits between two marks; the mark is a character that
/// no text has (Unicode sets U+FDD0 to U+FDEF aside for such use), and to Markdown it is a letter. A text could still come to
/// hold a mark, by a character reference or by percent-encoding, so the digits begin with a key that no text can contain.
/// </summary>
internal sealed class TemplateText
{
    /// <summary>The first of the characters that may be a mark.</summary>
    public const char FirstMark = '\uFDD0';

    /// <summary>The last of the characters that may be a mark.</summary>
    public const char LastMark = '\uFDEF';

    // That of NUL, which stands for none, and those of the marks.
    private static readonly string[] Encoded =
        [Uri.EscapeDataString("\0"), .. Enumerable.Range(FirstMark, LastMark - FirstMark + 1).Select(mark => Uri.EscapeDataString(((char)mark).ToString()))];

    /// <summary>An empty body.</summary>
    public static readonly TemplateText None = new("", "", FirstMark, "", [], [], 1);

    // Characters that all placeholders of a body may become. A reference definition repeats its placeholder at each use.
    private const long MaxRestored = 32 * 1024 * 1024;

    // Of a short one; no more than a guess at how many there are.
    private const int CharactersOfLine = 32;

    private readonly string _key;
    private readonly string _encodedMark;
    private readonly IReadOnlyList<TemplateTag> _tags;
    private readonly IReadOnlyList<(int Text, int Source)> _pieces;
    private readonly string _source;
    private readonly int _firstLine;
    private readonly char _mark;
    private List<int>? _lineStarts;
    private long _restored;

    /// <param name="source">The body as written.</param>
    /// <param name="text">The body with placeholders.</param>
    /// <param name="mark">What encloses a placeholder.</param>
    /// <param name="key">What stands before the number of a placeholder.</param>
    /// <param name="tags">By number.</param>
    /// <param name="pieces">Where pieces of the text begin in the text and in the source, in order.</param>
    /// <param name="firstLine">1-based line in the file of the body's first line.</param>
    public TemplateText(string source, string text, char mark, string key, IReadOnlyList<TemplateTag> tags, IReadOnlyList<(int Text, int Source)> pieces, int firstLine)
    {
        (_source, Text, _mark, _key, _tags, _pieces, _firstLine) = (source, text, mark, key, tags, pieces, firstLine);
        _encodedMark = Encode(mark);
    }

    /// <summary>A mark in percent-encoding, as it comes to stand in addresses.</summary>
    public static string Encode(char mark) => Encoded[mark == '\0' ? 0 : mark - FirstMark + 1];

    /// <summary>The body with a placeholder for every tag.</summary>
    public string Text { get; }

    /// <summary>True when there is something to put back.</summary>
    public bool HasTags => _tags.Count > 0;

    /// <summary>The place in the file of an offset of <see cref="Text"/>; of the start of the tag within a placeholder.</summary>
    public Place PlaceAt(int offset)
    {
        var source = Math.Max(0, offset);
        var (low, high) = (0, _pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _pieces[middle].Text <= offset ? (middle + 1, high) : (low, middle);
        }

        if (low > 0)
        {
            source = _pieces[low - 1].Source + (offset - _pieces[low - 1].Text);
            if (low < _pieces.Count)
                source = Math.Min(source, _pieces[low].Source);
        }

        return PlaceInSource(source);
    }

    /// <summary>The place in the file of a tag.</summary>
    public Place PlaceOf(TemplateTag tag) => PlaceInSource(tag.Offset);

    private Place PlaceInSource(int source)
    {
        _lineStarts ??= FindLines(_source);
        var line = _lineStarts.BinarySearch(source);
        line = line < 0 ? ~line - 1 : line;
        return new Place(_firstLine + line, source - _lineStarts[line] + 1);
    }

    private static List<int> FindLines(string source)
    {
        var starts = new List<int>(source.Length / CharactersOfLine) { 0 };
        for (var at = source.IndexOf('\n'); at >= 0; at = source.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return starts;
    }

    /// <summary>Reads a placeholder, percent-encoded or not; false when none begins here.</summary>
    /// <param name="text">With placeholders.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="length">Characters of the placeholder.</param>
    /// <exception cref="BodyLimitException">The placeholders read so far stand for too much.</exception>
    public bool TryRead(ReadOnlySpan<char> text, out TemplateTag tag, out int length)
    {
        (tag, length) = (null!, 0);
        var mark = text is [var first, ..] && first == _mark ? 1 : text.StartsWith(_encodedMark, StringComparison.OrdinalIgnoreCase) ? _encodedMark.Length : 0;
        if (mark == 0 || _tags.Count == 0)
            return false;
        var digits = text[mark..].IndexOfAnyExceptInRange('0', '9');
        if (digits <= _key.Length || !text[mark..].StartsWith(_key)
            || !int.TryParse(text[(mark + _key.Length)..(mark + digits)], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= _tags.Count)
            return false;
        (tag, length) = (_tags[number], mark + digits + mark);
        _restored += tag.Written.Length;
        if (_restored > MaxRestored)
            throw new BodyLimitException("the body repeats its template code too often");
        return length <= text.Length;
    }

    /// <summary>The next offset at which a placeholder may begin; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text)
    {
        if (_tags.Count == 0)
            return -1;
        for (var at = 0; text[at..].IndexOfAny(_mark, _encodedMark[0]) is >= 0 and var found; at++)
        {
            at += found;
            if (text[at] == _mark || text[at..].StartsWith(_encodedMark, StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return -1;
    }

    /// <summary>Puts the tags back as they are written, into a value that is no HTML.</summary>
    public string Restore(string value) => Next(value) < 0 ? value : Replace(value, tag => tag.Written);

    /// <summary>
    /// Puts the tags back that stand in the attributes of HTML of our own; text keeps its placeholders. An address that is
    /// none that may be served then goes with its attribute.
    /// </summary>
    public string RestoreAttributes(string html) => ReplaceIn(html, isText: false, token => AttributeRestorer.Restore(token, this));

    /// <summary>Writes blocks of code into HTML that is not finished; other placeholders stay.</summary>
    public string ExpandCode(string html) => ReplaceIn(html, isText: true, token => Replace(token, WriteCode));

    private static string? WriteCode(TemplateTag tag) => tag.Kind switch
    {
        TemplateTagKind.CodeBlock => $"<pre><code{AttributesOf(tag)}>{HtmlWriter.Escape(tag.Source)}\n</code></pre>",
        TemplateTagKind.Code => $"<code>{HtmlWriter.Escape(tag.Source)}</code>",
        _ => null,
    };

    private static string AttributesOf(TemplateTag tag) =>
        (tag.Language.Length > 0 ? $" class=\"language-{tag.Language}\"" : "") + (tag.Info.Length > 0 ? $" {CodeInfo.Attribute}=\"{HtmlWriter.Escape(tag.Info)}\"" : "");

    private string ReplaceIn(string html, bool isText, Func<string, string> rewrite)
    {
        if (Next(html) < 0)
            return html;
        var result = new StringBuilder(html.Length);
        var tokens = new HtmlScanner(html);
        while (tokens.Read())
        {
            if (tokens.Kind == (isText ? HtmlTokenKind.Text : HtmlTokenKind.Start) && Next(tokens.Token) >= 0)
                result.Append(rewrite(tokens.Token.ToString()));
            else
                result.Append(tokens.Token);
        }

        return result.ToString();
    }

    // Null leaves the placeholder.
    private string Replace(string text, Func<TemplateTag, string?> write)
    {
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (Next(rest) is >= 0 and var at)
        {
            result.Append(rest[..at]);
            rest = rest[at..];
            var length = TryRead(rest, out var tag, out var read) ? read : 1;
            result.Append(read > 0 && write(tag) is { } written ? written : rest[..length]);
            rest = rest[length..];
        }

        return result.Append(rest).ToString();
    }
}
