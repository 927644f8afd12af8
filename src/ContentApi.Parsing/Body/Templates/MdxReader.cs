namespace ContentApi.Parsing.Body.Templates;

/// <summary>Reads the code of MDX: module code, expressions in braces, tags of components. Each method gives the offset behind what it read, or -1.</summary>
internal sealed class MdxReader
{
    private const string Component = "<A";

    private readonly string _text;
    private readonly ParagraphSearch _search;
    private readonly TemplateWriter _writer;
    private readonly Dictionary<int, int> _braces = [];

    public MdxReader(string text, VerbatimRegions regions, ParagraphSearch search, TemplateWriter writer)
    {
        (_text, _search, _writer) = (text, search, writer);
        MatchBraces(regions);
    }

    public int Read(int at)
    {
        if (_text[at] == '{')
            return ReadExpression(at);
        return _text.AsSpan(at) switch
        {
            ['<', '>', ..] => Drop(at, at + 2),
            ['<', '/', '>', ..] => Drop(at, at + 3),
            ['<', >= 'A' and <= 'Z', ..] or ['<', '/', >= 'A' and <= 'Z', ..] => ReadComponent(at),
            _ => -1,
        };
    }

    /// <summary>The paragraphs that import or export, in order.</summary>
    public IReadOnlyList<(int Start, int End)> FindModules(VerbatimRegions regions)
    {
        var modules = new List<(int, int)>();
        var afterBlank = true;
        var skipTo = 0;
        var lines = new LineReader(_text, 0, 1);
        while (lines.Read())
        {
            if (lines.Start < skipTo)
                continue;
            if (afterBlank && regions.EndAround(lines.Start) < 0 && IsModule(lines.Start))
            {
                skipTo = ModuleEnd(lines.Start);
                modules.Add((lines.Start, skipTo));
                continue;
            }

            afterBlank = lines.Line.Trim().IsEmpty;
        }

        return modules;
    }

    // A sentence may begin with "import" too.
    private bool IsModule(int at)
    {
        var paragraph = _text.AsSpan(at, _search.EndOf(at) - at);
        if (paragraph.StartsWith("import ") || paragraph.StartsWith("import{"))
            return paragraph.IndexOfAny('"', '\'') >= 0;
        if (!paragraph.StartsWith("export "))
            return false;
        return paragraph["export ".Length..].TrimStart() is var rest && (rest is ['{' or '*', ..] || rest.StartsWith("const ") || rest.StartsWith("let ")
            || rest.StartsWith("var ") || rest.StartsWith("default ") || rest.StartsWith("function") || rest.StartsWith("class ") || rest.StartsWith("async "));
    }

    // An object or a function may hold blank lines.
    private int ModuleEnd(int at)
    {
        var end = _search.EndOf(at);
        for (var brace = at; (brace = _text.IndexOf('{', brace, end - brace)) >= 0; brace++)
        {
            if (!_braces.TryGetValue(brace, out var close))
                continue;
            end = Math.Max(end, _search.EndOf(close - 1));
            brace = close - 1;
        }

        return end;
    }

    private int ReadExpression(int at)
    {
        // "## Heading {#id}" is read before MDX is.
        var isId = at + 1 < _text.Length && _text[at + 1] == '#';
        return !isId && _braces.TryGetValue(at, out var end) && (end <= _search.EndOf(at) || OpensLine(at)) ? Write(at, end) : -1;
    }

    // Code of several paragraphs begins a line. A brace in a sentence is none of it when a blank line comes before its other.
    private bool OpensLine(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || _text[at - 1] == '\n';
    }

    // Quotes and braces of the attributes may hold ">".
    private int ReadComponent(int at)
    {
        if (_search.IsMissing(Component, at))
            return -1;
        var last = _search.EndOf(at);
        for (var i = at + 1; i < last; i++)
        {
            switch (_text[i])
            {
                case '>':
                    return Write(at, i + 1);
                case '{' when _braces.TryGetValue(i, out var close):
                    i = close - 1;
                    break;
                case '"' or '\'':
                    var quote = _text.IndexOf(_text[i], i + 1, last - i - 1);
                    i = quote < 0 ? last : quote;
                    break;
            }
        }

        _search.SetMissing(Component, at);
        return -1;
    }

    private int Write(int at, int end)
    {
        _writer.Tag(at, end, new TemplateTag(TemplateTagKind.Inert, _text[at..end]));
        return end;
    }

    private int Drop(int at, int end)
    {
        _writer.Replace(at, end, "");
        return end;
    }

    private void MatchBraces(VerbatimRegions regions)
    {
        var open = new Stack<int>();
        for (var at = _text.AsSpan().IndexOfAny('{', '}'); at >= 0 && at < _text.Length;)
        {
            var region = regions.EndAround(at);
            if (region < 0 && _text[at] == '{')
                open.Push(at);
            else if (region < 0 && open.TryPop(out var start))
                _braces[start] = at + 1;
            var from = region < 0 ? at + 1 : region;
            var next = _text.AsSpan(from).IndexOfAny('{', '}');
            at = next < 0 ? -1 : from + next;
        }

        regions.Rewind();
    }
}
