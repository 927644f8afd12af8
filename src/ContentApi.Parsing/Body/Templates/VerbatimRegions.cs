namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// Finds where Markdown is code or a formula, and braces mean nothing: fences, code spans, maths between dollars. One pass,
/// linear; a code span ends within its paragraph.
/// </summary>
internal sealed class VerbatimRegions
{
    private readonly string _text;
    private readonly List<(int Start, int End, bool IsBlock)> _regions = [];
    private int _next;

    private VerbatimRegions(string text) => _text = text;

    public static VerbatimRegions None { get; } = new("");

    public static VerbatimRegions Find(string markdown)
    {
        var regions = new VerbatimRegions(markdown);
        regions.ReadBlocks();
        return regions;
    }

    /// <summary>The end of the region that holds an offset; -1 when none does. Offsets must not go back.</summary>
    public int EndAround(int offset)
    {
        while (_next < _regions.Count && _regions[_next].End <= offset)
            _next++;
        return _next < _regions.Count && _regions[_next].Start <= offset ? _regions[_next].End : -1;
    }

    /// <summary>True when the region that was found last is a block of code.</summary>
    public bool IsBlock => _regions[_next].IsBlock;

    /// <summary>Asks from the start again.</summary>
    public VerbatimRegions Rewind()
    {
        _next = 0;
        return this;
    }

    private void ReadBlocks()
    {
        var paragraph = 0;
        var fenceStart = -1;
        var fence = ReadOnlySpan<char>.Empty;
        var lines = new LineReader(_text, 0, 1);
        while (lines.Read())
        {
            var line = lines.Line.TrimStart(" \t>");
            var mark = FenceOf(line);
            if (fenceStart >= 0)
            {
                if (mark.Length >= fence.Length && mark[0] == fence[0] && line[mark.Length..].Trim().IsEmpty)
                {
                    _regions.Add((fenceStart, lines.End, true));
                    (fenceStart, paragraph) = (-1, lines.End);
                }

                continue;
            }

            if (mark.IsEmpty)
                mark = FenceOf(AfterListMark(line));
            var isFence = !mark.IsEmpty && !(mark[0] == '`' && line[(line.IndexOf(mark) + mark.Length)..].Contains('`'));
            if (isFence || line.Trim().IsEmpty)
            {
                ReadSpans(paragraph, lines.Start);
                paragraph = lines.End;
            }

            if (isFence)
            {
                fenceStart = lines.Start;
                fence = mark;
            }
        }

        if (fenceStart >= 0)
            _regions.Add((fenceStart, _text.Length, true));
        else
            ReadSpans(paragraph, _text.Length);
    }

    private static ReadOnlySpan<char> FenceOf(ReadOnlySpan<char> line)
    {
        if (line is not ['`' or '~', ..])
            return [];
        var length = line.Length - line.TrimStart(line[0]).Length;
        return length >= 3 ? line[..length] : [];
    }

    private static ReadOnlySpan<char> AfterListMark(ReadOnlySpan<char> line)
    {
        var mark = line is ['-' or '*' or '+', ' ', ..] ? 1 : line.Length - line.TrimStart("0123456789").Length;
        if (mark > 1 || line is [>= '0' and <= '9', ..])
            mark = mark < line.Length && line[mark] is '.' or ')' ? mark + 1 : 0;
        return mark > 0 ? line[mark..].TrimStart(' ') : [];
    }

    private void ReadSpans(int start, int end)
    {
        var paragraph = _text.AsSpan(start, end - start);
        if (paragraph.IndexOfAny('`', '$') < 0)
            return;
        var closers = FindClosers(paragraph);
        var at = 0;
        while (paragraph[at..].IndexOfAny('`', '$') is >= 0 and var found)
        {
            at += found;
            var isEscaped = at > 0 && paragraph[at - 1] == '\\';
            var length = paragraph[at..].Length - paragraph[at..].TrimStart(paragraph[at]).Length;
            if (isEscaped)
            {
                at++;
                continue;
            }

            var close = paragraph[at] == '`' ? closers.GetValueOrDefault(at, -1) : FormulaEnd(paragraph, at, length);
            if (close >= 0)
                _regions.Add((start + at, start + close, false));
            at = close >= 0 ? close : at + length;
        }
    }

    // By the start of each run of backticks: the end of the next run of its length.
    private static Dictionary<int, int> FindClosers(ReadOnlySpan<char> paragraph)
    {
        var closers = new Dictionary<int, int>();
        var seen = new Dictionary<int, int>();
        for (var at = paragraph.LastIndexOf('`'); at >= 0; at = paragraph[..at].LastIndexOf('`'))
        {
            var end = at + 1;
            while (at > 0 && paragraph[at - 1] == '`')
                at--;
            if (seen.TryGetValue(end - at, out var close))
                closers[at] = close;
            seen[end - at] = end;
        }

        return closers;
    }

    // $$…$$ within the paragraph; $…$ within the line, tight inside, and no price behind it.
    private static int FormulaEnd(ReadOnlySpan<char> paragraph, int at, int length)
    {
        var content = paragraph[(at + length)..];
        if (length == 2)
            return content.IndexOf("$$") is >= 0 and var end ? at + 4 + end : -1;
        if (length != 1 || content is [] || char.IsWhiteSpace(content[0]))
            return -1;
        var close = content.IndexOfAny('$', '\n');
        if (close <= 0 || content[close] == '\n' || char.IsWhiteSpace(content[close - 1]))
            return -1;
        return close + 1 < content.Length && char.IsAsciiDigit(content[close + 1]) ? -1 : at + close + 2;
    }
}
