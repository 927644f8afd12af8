using System.Net;
using ContentApi.Parsing.Body.Templates;

namespace ContentApi.Parsing.Body;

/// <summary>
/// The last pass over HTML that is safe already, rendered by us or cleaned: takes out the text and the headings, gives each
/// heading an id, cuts the comments. Works on tokens, so its cost is linear and depth does not matter.
/// </summary>
internal sealed class HtmlFinisher : IDisposable
{
    private readonly string _html;
    private readonly TemplateText _source;
    private readonly LinkFinder? _links;
    private readonly PlainText _text;
    private readonly List<Heading> _headings = [];
    private readonly List<(int Start, int End, string Insert)> _edits = [];   // comments and placeholders
    private readonly HashSet<string> _ids = [];
    private Heading? _open;
    private int _preDepth;
    private int? _mark;
    private int _start;
    private int _firstHeading;

    private HtmlFinisher(string html, TemplateText source, LinkFinder? links = null) => (_html, _source, _links, _text) = (html, source, links, new PlainText(html.Length));

    /// <param name="html">Safe; may hold placeholders.</param>
    /// <param name="source">Knows what stands for them.</param>
    /// <param name="links">Knows the addresses and titles of other files; null when there are none.</param>
    public static FinishedHtml Finish(string html, TemplateText source, LinkFinder? links = null)
    {
        using var finisher = new HtmlFinisher(source.RestoreAttributes(html), source, links);
        finisher.Scan();
        finisher.ChooseIds();
        return new FinishedHtml
        {
            Html = finisher.Compose(),
            Text = finisher._text.ToString(),
            TextStart = finisher._start,
            TextBeforeMark = finisher._mark is { } end ? finisher._text.Written[finisher._start..Math.Max(finisher._start, end)].TrimStart().ToString() : null,
            FirstHeading = finisher._headings.Skip(finisher._firstHeading).FirstOrDefault(h => h.Text.Length > 0)?.Text,
            TableOfContents = [.. finisher._headings.Select(h => new TocEntry(h.Id, h.Text, h.Level))],
        };
    }

    /// <summary>The plain text of HTML from anywhere; nothing of it is meant to be served as HTML.</summary>
    public static string TextOf(string html)
    {
        using var finisher = new HtmlFinisher(html, TemplateText.None);
        finisher.Scan();
        return finisher._text.ToString();
    }

    public void Dispose() => _text.Dispose();

    private void Scan()
    {
        var tokens = new HtmlScanner(_html);
        var hidden = false;
        while (tokens.Read())
        {
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text when !hidden:
                    ReadText(tokens.Token, tokens.Start);
                    break;
                case HtmlTokenKind.Comment:
                    _edits.Add((tokens.Start, tokens.End, ""));
                    if (_mark is null && _preDepth == 0 && MoreMark.IsComment(tokens.Token))
                        _mark = _text.Length;
                    else if (tokens.Token is StartMark.Comment)
                        (_start, _firstHeading) = (_text.Length, _headings.Count);
                    break;
                case HtmlTokenKind.Start:
                    // The number of a footnote and the arrow back to it are no words of the text.
                    hidden = hidden || IsFootnoteLink(ref tokens) || tokens.Name is "script" or "style" or "title";
                    Open(ref tokens);
                    break;
                case HtmlTokenKind.End:
                    hidden = hidden && tokens.Name is not ("a" or "script" or "style" or "title");
                    Close(ref tokens);
                    break;
            }
        }

        CloseHeading();
    }

    // Template code is no text of the article; in code it is.
    private void ReadText(ReadOnlySpan<char> text, int start)
    {
        while (_source.Next(text) is >= 0 and var at)
        {
            _text.AppendHtml(text[..at]);
            text = text[at..];
            start += at;
            if (!_source.TryRead(text, out var tag, out var length))
                length = 1;
            else if (PlainOf(tag) is { } plain)
                Put(HtmlWriter.Escape(plain), plain);
            else
                Put($"<span class=\"template\">{HtmlWriter.Escape(tag.Source)}</span>", "");
            text = text[length..];
            start += length;

            void Put(string html, string shown)
            {
                _edits.Add((start, start + length, html));
                _text.Append(shown);
            }
        }

        _text.AppendHtml(text);
    }

    // Null for what is no text of the article.
    private string? PlainOf(TemplateTag tag) => tag.Kind switch
    {
        TemplateTagKind.LinkTitle => _links?.TitleOf(tag) ?? tag.Source,
        TemplateTagKind.Literal => tag.Source,
        _ when _preDepth > 0 => tag.Source,
        TemplateTagKind.Link => _links?.Resolve(tag),
        _ => null,
    };

    private void Open(ref HtmlScanner tag)
    {
        Separate(tag.Name);
        if (tag.Name is "pre" or "code")
            _preDepth++;
        var id = tag.Attributes.IsEmpty ? null : ReadId(ref tag);
        if (LevelOf(tag.Name) is not (> 0 and var level))
        {
            if (id is { } other)
                _ids.Add(other.Value);
            return;
        }

        CloseHeading();
        _open = new Heading { Level = level, InsertAt = tag.Start + 1 + tag.Name.Length, TextStart = _text.Length, Given = id };
    }

    private void Close(ref HtmlScanner tag)
    {
        if (tag.Name is "pre" or "code")
            _preDepth = Math.Max(0, _preDepth - 1);
        if (LevelOf(tag.Name) > 0)
            CloseHeading();
        Separate(tag.Name);
    }

    private void CloseHeading()
    {
        if (_open is not { } heading)
            return;
        heading.Text = _text.Written[heading.TextStart..].Trim().ToString().Replace('\n', ' ');
        _headings.Add(heading);
        _open = null;
    }

    private void Separate(ReadOnlySpan<char> name)
    {
        if (HtmlNames.Find(name).Traits.HasFlag(HtmlTraits.Block) || name is "br")
            _text.Break();
        else if (name is "td" or "th")
            _text.Space();
    }

    // Ids given in the source come first, whatever their place, so that links to them hold; repeats get -1, -2.
    private void ChooseIds()
    {
        foreach (var heading in _headings)
        {
            if (heading.Given is { } given && _ids.Add(given.Value))
                heading.Id = given.Value;
        }

        var counts = new Dictionary<string, int>();
        foreach (var heading in _headings.Where(h => h.Id.Length == 0))
        {
            var slug = Wellformed.Cut(Slug.From(heading.Text), 100);
            if (slug.Length == 0)
                slug = "section";
            var id = slug;
            while (!_ids.Add(id))
            {
                counts[slug] = counts.GetValueOrDefault(slug) + 1;
                id = $"{slug}-{counts[slug]}";
            }

            heading.Id = id;
        }
    }

    private string Compose()
    {
        foreach (var heading in _headings)
            AddEdits(heading);
        if (_edits.Count == 0)
            return _html.Trim();

        // Where an id is put before one that is taken out, both begin at the same place.
        _edits.Sort(static (a, b) => a.Start == b.Start ? a.End.CompareTo(b.End) : a.Start.CompareTo(b.Start));
        using var result = new TextBuffer(_html.Length + (_headings.Count * 64));
        var at = 0;
        foreach (var (start, end, insert) in _edits)
        {
            result.Append(_html.AsSpan(at, start - at)).Append(insert);
            at = end;
        }

        return result.Append(_html.AsSpan(at)).Written.Trim().ToString();
    }

    private void AddEdits(Heading heading)
    {
        if (heading.Given is { } given && given.Value == heading.Id)
            return;
        _edits.Add((heading.InsertAt, heading.InsertAt, $" id=\"{heading.Id}\""));
        if (heading.Given is { } repeated)
            _edits.Add((repeated.Start, repeated.End, ""));
    }

    private static int LevelOf(ReadOnlySpan<char> name) => name is ['h' or 'H', >= '1' and <= '6'] ? name[1] - '0' : 0;

    private static bool IsFootnoteLink(ref HtmlScanner tag) => tag.Name is "a"
        && (tag.Attributes.Contains("\"footnote-ref\"", StringComparison.Ordinal) || tag.Attributes.Contains("\"footnote-back-ref\"", StringComparison.Ordinal));

    // Written by our own renderers, an attribute is always name="value" with entities for quotes.
    private static GivenId? ReadId(ref HtmlScanner tag)
    {
        const string prefix = " id=\"";
        var at = tag.Attributes.IndexOf(prefix);
        if (at < 0)
            return null;
        var value = tag.Attributes[(at + prefix.Length)..];
        var length = value.IndexOf('"');
        if (length < 0)
            return null;
        var start = tag.Start + (tag.Kind == HtmlTokenKind.Start ? 1 : 2) + tag.Name.Length + at;
        return new GivenId(WebUtility.HtmlDecode(value[..length].ToString()), start, start + prefix.Length + length + 1);
    }

    private sealed record GivenId(string Value, int Start, int End);

    private sealed class Heading
    {
        public int Level { get; init; }

        public int InsertAt { get; init; }

        public int TextStart { get; init; }

        public GivenId? Given { get; init; }

        public string Text { get; set; } = "";

        public string Id { get; set; } = "";
    }
}
