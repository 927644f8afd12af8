namespace ContentApi.Parsing.Body;

/// <summary>
/// Reduces HTML source to the tags an article is made of before anything builds a tree of it. Tree builders and sanitisers
/// recurse and repeat, so hostile nesting has to end here: what is nested too deeply loses its tags and keeps its text.
/// Attributes pass as they are; <see cref="HtmlCleaner"/> decides on them.
/// </summary>
internal sealed class HtmlFilter
{
    /// <summary>Open elements other than those that end by themselves (p, li, td …), which add a few levels each at most.</summary>
    public const int MaxDepth = 100;

    // Formatting elements left open are opened again in each later block (HTML standard, 13.2.4.3), so they multiply.
    private const int MaxActiveFormatting = 16;

    // An HTML parser compares each attribute with all before it.
    private const int MaxAttributes = 100;

    // Elements the tree will hold at most, repetitions of formatting elements included.
    private const int MaxElements = 500_000;

    private readonly string _html;
    private readonly bool _marksPlaces;
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _formatting = [];
    private readonly HashSet<string> _unclosed = [];
    private TextBuffer? _result;   // null until something is left out or added
    private int _copied;
    private int _activeFormatting;
    private int _skipTo;
    private long _elements;

    private HtmlFilter(string html, bool marksPlaces) => (_html, _marksPlaces) = (html, marksPlaces);

    /// <summary>Names of elements that were taken out with their content, sorted.</summary>
    public SortedSet<string> Removed { get; } = new(StringComparer.Ordinal);

    /// <summary>Offset in the body of the first of them; null when it is not known.</summary>
    public int? FirstRemoved { get; private set; }

    /// <summary>True when tags were left out because of their depth.</summary>
    public bool IsFlattened { get; private set; }

    /// <summary>True when the source would grow into more elements than a tree may hold; the result is then cut.</summary>
    public bool IsTooLarge => _elements > MaxElements;

    public string Html { get; private set; } = "";

    /// <summary>Filters a source.</summary>
    /// <param name="html">From anywhere.</param>
    /// <param name="hasComponents">True when tags with a capital letter are none of HTML.</param>
    /// <param name="marksPlaces">True writes into images and links where they stand (<see cref="RawHtmlPlaces"/>).</param>
    public static HtmlFilter Run(string html, bool hasComponents, bool marksPlaces)
    {
        var filter = new HtmlFilter(html, marksPlaces);
        var tokens = new HtmlScanner(html);
        while (!filter.IsTooLarge && tokens.Read())
        {
            var isComponent = hasComponents && tokens.Kind is (HtmlTokenKind.Start or HtmlTokenKind.End) && char.IsAsciiLetterUpper(tokens.Name[0]);
            if (tokens.Start < filter._skipTo || isComponent)
                filter.Drop(ref tokens);
            else
                filter.Pass(ref tokens);
        }

        filter.CopyTo(tokens.End);
        filter.Html = filter._result?.ToString() ?? html[..tokens.End];
        filter._result?.Dispose();
        return filter;
    }

    private void CopyTo(int end)
    {
        _result?.Append(_html.AsSpan(_copied, end - _copied));
        _copied = end;
    }

    private void Drop(ref HtmlScanner token) => Replace(token.Start, token.End, "");

    // Pieces come in order; what stands between them is copied.
    private void Replace(int start, int end, ReadOnlySpan<char> text)
    {
        if (_result is null)
        {
            _result = new TextBuffer(_html.Length + 256);
            _copied = 0;
        }

        CopyTo(start);
        _result.Append(text);
        _copied = end;
    }

    private void Pass(ref HtmlScanner token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                PassText(ref token);
                break;
            case HtmlTokenKind.Comment when MoreMark.IsComment(token.Token) && !_open.Contains("pre") && !_open.Contains("code"):
                Replace(token.Start, token.End, MoreMark.Comment);
                break;
            case HtmlTokenKind.Comment when token.Token is StartMark.Comment:
                break;
            case HtmlTokenKind.Start when PassesStart(ref token):
                if (_marksPlaces && RawHtmlPlaces.IsMarked(token.Name))
                    Replace(token.Start + 1 + token.Name.Length, token.Start + 1 + token.Name.Length, RawHtmlPlaces.Of(token.Start));
                break;
            case HtmlTokenKind.End when PassesEnd(token.Name):
                break;
            default:
                Drop(ref token);
                break;
        }
    }

    // A lone "<" would open a tag with the text behind one that is taken out.
    private void PassText(ref HtmlScanner token)
    {
        var text = token.Token;
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<'))
        {
            var place = token.End - text.Length + at;
            Replace(place, place + 1, "&lt;");
            text = text[(at + 1)..];
        }
    }

    private bool PassesStart(ref HtmlScanner tag)
    {
        var (name, traits) = HtmlNames.Find(tag.Name);
        if (traits.HasFlag(HtmlTraits.Removed))
            Remove(ref tag, name);
        if (!traits.HasFlag(HtmlTraits.Allowed) || CountAttributes(tag.Attributes) > MaxAttributes)
            return false;

        // Of all form controls only the boxes of task lists are text.
        if (name == "input" && !tag.Attributes.Contains("checkbox", StringComparison.OrdinalIgnoreCase))
            return false;
        _elements += 1 + (traits.HasFlag(HtmlTraits.Block) ? _activeFormatting : 0);
        if (traits.HasFlag(HtmlTraits.Void) || traits.HasFlag(HtmlTraits.SelfEnding))
            return true;
        var isFormatting = traits.HasFlag(HtmlTraits.Formatting);
        if (_open.Count >= MaxDepth || (isFormatting && _activeFormatting >= MaxActiveFormatting))
        {
            IsFlattened = true;
            return false;
        }

        _open.Add(name);
        if (isFormatting)
        {
            _activeFormatting++;
            _formatting[name] = _formatting.GetValueOrDefault(name) + 1;
        }

        return true;
    }

    private bool PassesEnd(ReadOnlySpan<char> tag)
    {
        var (name, traits) = HtmlNames.Find(tag);
        if (!traits.HasFlag(HtmlTraits.Allowed))
            return false;

        // The end of a formatting element leaves the blocks that were opened in it open (13.2.6.4.7, adoption agency).
        var isFormatting = traits.HasFlag(HtmlTraits.Formatting);
        var at = traits.HasFlag(HtmlTraits.SelfEnding) ? -1 : _open.LastIndexOf(name);
        if (at >= 0)
            _open.RemoveRange(at, isFormatting ? 1 : _open.Count - at);
        var isActive = isFormatting && _formatting.GetValueOrDefault(name) > 0;
        if (isActive)
        {
            _activeFormatting--;
            _formatting[name]--;
        }

        return at >= 0 || isActive || traits.HasFlag(HtmlTraits.SelfEnding);
    }

    // Skips to behind the end tag. The scanner handles those whose content is text; others may lack their end tag, and then
    // lose only their start tag.
    private void Remove(ref HtmlScanner tag, string name)
    {
        if (Removed.Count == 0)
            FirstRemoved = _marksPlaces ? tag.Start : RawHtmlPlaces.OffsetIn(tag.Attributes);
        Removed.Add(name);
        if (HtmlNames.Void.Contains(name) || _unclosed.Contains(name))
            return;
        var end = _html.IndexOf($"</{name}", tag.End, StringComparison.OrdinalIgnoreCase);
        var close = end < 0 ? -1 : _html.IndexOf('>', end);
        if (close < 0)
            _unclosed.Add(name);
        else
            _skipTo = close + 1;
    }

    private static int CountAttributes(ReadOnlySpan<char> attributes)
    {
        if (attributes.Length <= MaxAttributes)
            return 0;   // too short for too many
        var count = 0;
        var previous = attributes[0];
        foreach (var c in attributes[1..])
        {
            // The first test is for most letters, which are many in addresses.
            if (previous is not (> '/' and < '\u0080') && (previous is '/' or '"' or '\'' || char.IsWhiteSpace(previous)) && !char.IsWhiteSpace(c))
                count++;
            previous = c;
        }

        return count;
    }
}
