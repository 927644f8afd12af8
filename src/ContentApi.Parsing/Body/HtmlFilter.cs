using System.Text;

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
    private readonly StringBuilder _result;
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _formatting = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unclosed = new(StringComparer.OrdinalIgnoreCase);
    private int _activeFormatting;
    private int _skipTo;
    private long _elements;

    private HtmlFilter(string html, bool marksPlaces)
    {
        (_html, _marksPlaces) = (html, marksPlaces);
        _result = new StringBuilder(html.Length);
    }

    /// <summary>Names of elements that were taken out with their content, sorted.</summary>
    public SortedSet<string> Removed { get; } = new(StringComparer.Ordinal);

    /// <summary>Offset in the body of the first of them; null when it is not known.</summary>
    public int? FirstRemoved { get; private set; }

    /// <summary>True when tags were left out because of their depth.</summary>
    public bool IsFlattened { get; private set; }

    /// <summary>True when the source would grow into more elements than a tree may hold; the result is then cut.</summary>
    public bool IsTooLarge => _elements > MaxElements;

    public string Html => _result.ToString();

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
            if (tokens.Start >= filter._skipTo && !isComponent)
                filter.Pass(ref tokens);
        }

        return filter;
    }

    private void Pass(ref HtmlScanner token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                AppendText(token.Token);
                break;
            case HtmlTokenKind.Comment when MoreMark.IsComment(token.Token) && !_open.Contains("pre") && !_open.Contains("code"):
                _result.Append(MoreMark.Comment);
                break;
            case HtmlTokenKind.Comment when token.Token is StartMark.Comment:
                _result.Append(StartMark.Comment);
                break;
            case HtmlTokenKind.Start:
                PassStart(ref token);
                break;
            case HtmlTokenKind.End when HtmlNames.Allowed.TryGetValue(token.Name, out var name):
                PassEnd(ref token, name);
                break;
        }
    }

    // A lone "<" would open a tag with the text behind one that is taken out.
    private void AppendText(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<'))
        {
            _result.Append(text[..at]).Append("&lt;");
            text = text[(at + 1)..];
        }

        _result.Append(text);
    }

    private void PassStart(ref HtmlScanner tag)
    {
        if (HtmlNames.Removed.TryGetValue(tag.Name, out var removed))
        {
            Remove(ref tag, removed);
            return;
        }

        if (!HtmlNames.Allowed.TryGetValue(tag.Name, out var name) || CountAttributes(tag.Attributes) > MaxAttributes)
            return;

        // Of all form controls only the boxes of task lists are text.
        if (name == "input" && !tag.Attributes.Contains("checkbox", StringComparison.OrdinalIgnoreCase))
            return;
        _elements += 1 + (HtmlNames.Block.Contains(name) ? _activeFormatting : 0);
        if (HtmlNames.Void.Contains(name) || HtmlNames.SelfEnding.Contains(name))
        {
            AppendTag(ref tag);
            return;
        }

        var isFormatting = HtmlNames.Formatting.Contains(name);
        if (_open.Count >= MaxDepth || (isFormatting && _activeFormatting >= MaxActiveFormatting))
        {
            IsFlattened = true;
            return;
        }

        _open.Add(name);
        if (isFormatting)
        {
            _activeFormatting++;
            _formatting[name] = _formatting.GetValueOrDefault(name) + 1;
        }

        AppendTag(ref tag);
    }

    private void AppendTag(ref HtmlScanner tag)
    {
        if (_marksPlaces && RawHtmlPlaces.IsMarked(tag.Name))
            _result.Append('<').Append(tag.Name).Append(RawHtmlPlaces.Of(tag.Start)).Append(tag.Token[(tag.Name.Length + 1)..]);
        else
            _result.Append(tag.Token);
    }

    private void PassEnd(ref HtmlScanner tag, string name)
    {
        // The end of a formatting element leaves the blocks that were opened in it open (13.2.6.4.7, adoption agency).
        var at = _open.LastIndexOf(name);
        if (at >= 0)
            _open.RemoveRange(at, HtmlNames.Formatting.Contains(name) ? 1 : _open.Count - at);
        var isActive = _formatting.GetValueOrDefault(name) > 0;
        if (isActive)
        {
            _activeFormatting--;
            _formatting[name]--;
        }

        if (at >= 0 || isActive || HtmlNames.SelfEnding.Contains(name))
            _result.Append(tag.Token);
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
        var count = 0;
        for (var i = 1; i < attributes.Length; i++)
        {
            if (!char.IsWhiteSpace(attributes[i]) && (char.IsWhiteSpace(attributes[i - 1]) || attributes[i - 1] is '/' or '"' or '\''))
                count++;
        }

        return count;
    }
}
