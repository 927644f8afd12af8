using System.Buffers;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>Reads the code of MDX: module code, expressions in braces, tags of components. Each method gives the offset behind what it read, or -1.</summary>
internal sealed class MdxReader
{
    private const string Component = "<A";
    private const string Element = "<a";

    // Astro's, Gatsby's and Next's.
    private static readonly string[] Pictures = ["Image", "Picture", "StaticImage", "Img"];

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> Marks = SearchValues.Create("{}\"'\\");

    private readonly string _text;
    private readonly ParagraphSearch _search;
    private readonly TemplateWriter _writer;
    private readonly TagMarkup _markup;
    private readonly MdxValues _values = new();
    private readonly Dictionary<int, int> _braces = [];

    public MdxReader(string text, VerbatimRegions regions, ParagraphSearch search, TemplateWriter writer, TagMarkup markup)
    {
        (_text, _search, _writer, _markup) = (text, search, writer, markup);
        Modules = MdxModules.Find(text, regions);
        foreach (var (start, end) in Modules)
            _values.AddModule(text.AsSpan(start, end - start));
        MatchBraces(regions);
    }

    /// <summary>Where module code stands, in order.</summary>
    public IReadOnlyList<(int Start, int End)> Modules { get; }

    public int Read(int at)
    {
        if (_text[at] == '{')
            return ReadExpression(at);
        return _text.AsSpan(at) switch
        {
            ['<', '>', ..] => Drop(at, at + 2),
            ['<', '/', '>', ..] => Drop(at, at + 3),
            ['<', >= 'a' and <= 'z', ..] => ReadElement(at),
            _ when IsComponent(at) => ReadComponent(at),
            _ => -1,
        };
    }

    /// <summary>The indentation of lines within components, and what is to stand in its place, in order.</summary>
    public IReadOnlyList<(int Start, int End, string Text)> FindIndentation(VerbatimRegions regions)
    {
        // A search of its own: what fails from the middle of a paragraph may be found from its start.
        var search = new ParagraphSearch(_text);
        return new MdxIndentation(_text, regions, at => IsComponent(at) ? EndOfTag(at, search) : -1).Find();
    }

    private bool IsComponent(int at) => _text.AsSpan(at) is ['<', >= 'A' and <= 'Z', ..] or ['<', '/', >= 'A' and <= 'Z', ..];

    private int ReadExpression(int at)
    {
        // "## Heading {#id}" is read before MDX is.
        var isId = at + 1 < _text.Length && _text[at + 1] == '#';
        return !isId && _braces.TryGetValue(at, out var end) && (end <= _search.EndOf(at) || OpensLine(at)) ? WriteExpression(at, end) : -1;
    }

    private int WriteExpression(int at, int end)
    {
        var code = _text.AsSpan(at + 1, end - at - 2).Trim();
        var tag = Inert(at, end);
        if (MdxValues.TextOf(code) is { } text)
            tag = new TemplateTag(TemplateTagKind.Literal, text);
        else if (code.Length <= WebAddress.MaxLength && _values.AddressOf(code.ToString()) is { } address)
            tag = tag with { Written = address };
        _writer.Tag(at, end, tag);
        return end;
    }

    // Code of several paragraphs begins a line. A brace in a sentence is none of it when a blank line comes before its other.
    private bool OpensLine(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || _text[at - 1] == '\n';
    }

    // To HTML "{...props}" is no attribute, and "/>" ends no element.
    private int ReadElement(int at)
    {
        var length = _text.AsSpan(at + 1).IndexOfAnyExcept(NameCharacters);
        if (length <= 0 || _text[at + 1 + length] is not (' ' or '\n' or '\t' or '/') || EndOfTag(at, _search) is not (>= 0 and var end))
            return -1;
        for (var i = at; i < end; i++)
        {
            if (_text[i] is '"' or '\'')
                i = _text.IndexOf(_text[i], i + 1);
            else if (_text[i] == '{' && _braces.TryGetValue(i, out var close))
                i = (_text.AsSpan(at, i - at).TrimEnd() is [.., '='] ? WriteExpression(i, close) : Drop(i, close)) - 1;
        }

        var name = _text.AsSpan(at + 1, length);

        // A line that begins with ">" would be a quote.
        if (_text[end - 2] == '/' && !HtmlNames.Void.Contains(name))
            _writer.Replace(at + _text.AsSpan(at, end - 2 - at).TrimEnd().Length, end, $"></{name}>");
        return end;
    }

    private int ReadComponent(int at) => EndOfTag(at, _search) is >= 0 and var end ? WriteComponent(at, end) : -1;

    // Quotes and braces of the attributes may hold "<" and ">".
    private int EndOfTag(int at, ParagraphSearch search)
    {
        var kind = IsComponent(at) ? Component : Element;
        if (search.IsMissing(kind, at))
            return -1;
        var last = search.EndOf(at);
        for (var i = at + 1; i < last; i++)
        {
            switch (_text[i])
            {
                case '>':
                    return i + 1;
                case '<':
                    return -1;
                case '{' when _braces.TryGetValue(i, out var close):
                    i = close - 1;
                    break;
                case '"' or '\'':
                    var quote = _text.IndexOf(_text[i], i + 1, last - i - 1);
                    i = quote < 0 ? last : quote;
                    break;
            }
        }

        search.SetMissing(kind, at);
        return -1;
    }

    private int WriteComponent(int at, int end)
    {
        var name = _text.AsSpan(at + 1, end - at - 2);
        var nameEnd = name.IndexOfAny(" \t\n/");
        if (nameEnd > 0 && Array.Exists(Pictures, picture => _text.AsSpan(at + 1, nameEnd).SequenceEqual(picture)))
        {
            var attributes = ReadAttributes(at + 1 + nameEnd, end - 1);
            if (attributes.GetValueOrDefault("src") is { } source)
                return _markup.WriteImage(at, end, source, attributes.GetValueOrDefault("alt"), attributes.GetValueOrDefault("title"), caption: null);
        }

        _writer.Tag(at, end, Inert(at, end));
        return end;
    }

    // Those whose values are known.
    private Dictionary<string, string> ReadAttributes(int at, int end)
    {
        var attributes = new Dictionary<string, string>();
        while (at < end)
        {
            var equals = _text.IndexOf('=', at, end - at);
            if (equals < 0)
                break;
            var valueEnd = _text[equals + 1] switch
            {
                '{' => _braces.GetValueOrDefault(equals + 1, end),
                var quote and ('"' or '\'') => _text.IndexOf(quote, equals + 2, end - equals - 2) + 1,
                _ => equals + 1,
            };
            if (valueEnd <= equals || valueEnd > end)
                break;
            var name = _text[at..equals].Trim();

            // Where a quote or a bracket stands between attributes, one ended elsewhere than it seems.
            if (name.AsSpan().IndexOfAny("\"'<>") >= 0)
                return [];
            if (_values.ValueOf(_text.AsSpan(equals + 1, valueEnd - equals - 1)) is { } value)
                attributes[name[(name.LastIndexOfAny([' ', '\n', '\t']) + 1)..]] = value;
            at = valueEnd;
        }

        return attributes;
    }

    private TemplateTag Inert(int at, int end) => new(TemplateTagKind.Inert, _text[at..end]);

    private int Drop(int at, int end)
    {
        _writer.Replace(at, end, "");
        return end;
    }

    // Braces in the strings of an expression are none, nor are escaped ones and those of modules.
    private void MatchBraces(VerbatimRegions regions)
    {
        var open = new Stack<int>();
        var (at, module) = (0, 0);
        while (_text.AsSpan(at).IndexOfAny(Marks) is >= 0 and var found)
        {
            at += found;
            if (module < Modules.Count && Modules[module].Start <= at)
            {
                at = Math.Max(at, Modules[module++].End);
                continue;
            }

            if (regions.EndAround(at) is >= 0 and var region)
            {
                at = region;
                continue;
            }

            switch (_text[at])
            {
                case '{':
                    open.Push(at);
                    break;
                case '}' when open.TryPop(out var start):
                    _braces[start] = at + 1;
                    break;
                case '"' or '\'' when open.Count > 0 && StringEnd(at) is >= 0 and var end:
                    at = end;
                    break;
                case '\\':
                    at++;
                    break;
            }

            at = Math.Min(at + 1, _text.Length);
        }

        regions.Rewind();
    }

    // A string stands behind a sign and ends within its line; an apostrophe stands behind a letter.
    private int StringEnd(int at)
    {
        var before = at - 1;
        while (_text[before] is ' ' or '\t' or '\n')
            before--;
        if (char.IsLetterOrDigit(_text[before]) || _text[before] is ')' or ']' or '}' or '"' or '\'' or '.')
            return -1;
        var line = _text.AsSpan(at + 1);
        for (var i = 0; i < line.Length && line[i] != '\n'; i++)
        {
            if (line[i] == _text[at])
                return at + 1 + i;
            if (line[i] == '\\')
                i++;
        }

        return -1;
    }
}
