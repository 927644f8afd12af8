namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// Takes off the indentation that lines have because they stand within components. To MDX it means nothing, and four blanks
/// would keep Markdown from seeing fences, lists and headings. What is indented is as far as the component itself then, so
/// that what stands in a list stays there.
/// </summary>
/// <param name="text">The body.</param>
/// <param name="regions">Its code.</param>
/// <param name="findEnd">The offset behind the tag of a component that begins at an offset; -1 when none does.</param>
internal sealed class MdxIndentation(string text, VerbatimRegions regions, Func<int, int> findEnd)
{
    private const int TabStop = 4;

    // More than the renderer would take.
    private const int MaxNesting = 100;

    private readonly List<(string Name, int Kept, int Written)> _open = [];   // Written: the least of its lines, -1 before the first

    /// <summary>The pieces of white space to replace, in order.</summary>
    public IReadOnlyList<(int Start, int End, string Text)> Find()
    {
        var cuts = new List<(int, int, string)>();
        var lines = new LineReader(text, 0, 1);
        var (tagEnd, codeEnd, codeShift) = (0, -1, 0);
        while (lines.Read())
        {
            if (lines.Line.Trim().IsEmpty || lines.Start < tagEnd)
                continue;
            var (first, width) = Measure(lines.Start);
            var region = regions.EndAround(lines.Start);
            var isCode = region >= 0;
            if (!isCode)
                Close(first);

            // Code moves as far as the line that opens it.
            var kept = isCode && region == codeEnd ? Math.Max(0, width - codeShift) : KeptOf(width);
            (codeEnd, codeShift) = isCode && region == codeEnd ? (codeEnd, codeShift) : (region, width - kept);
            if (kept != width)
                cuts.Add((lines.Start, first, new string(' ', kept)));
            if (isCode)
                continue;
            tagEnd = Open(first, kept);
            if (tagEnd == first && lines.Line.LastIndexOf("</") is > 0 and var last)
                Close(lines.Start + last);
        }

        return cuts;
    }

    // The offset of the first character that is no blank, and its column.
    private (int First, int Width) Measure(int at)
    {
        var width = 0;
        for (; at < text.Length && text[at] is ' ' or '\t'; at++)
            width += text[at] == '\t' ? TabStop - (width % TabStop) : 1;
        return (at, width);
    }

    private int KeptOf(int width)
    {
        if (_open.Count == 0)
            return width;
        var (name, kept, written) = _open[^1];
        if (written < 0 || width < written)
        {
            written = Math.Max(width, kept);
            _open[^1] = (name, kept, written);
        }

        return width >= written ? kept + width - written : Math.Min(kept, width);
    }

    // A line that begins with the end tag is as far as the start tag.
    private void Close(int at)
    {
        if (!text.AsSpan(at).StartsWith("</"))
            return;
        var name = NameAt(at + 2).ToString();
        var open = _open.FindLastIndex(x => x.Name == name);
        if (open >= 0)
            _open.RemoveRange(open, _open.Count - open);
    }

    // Tags of components that have the rest of their line to themselves. Gives the end of the last one.
    private int Open(int at, int kept)
    {
        var opened = _open.Count;
        var end = at;
        while (end < text.Length && text[end] == '<' && findEnd(end) is >= 0 and var tagEnd)
        {
            var name = NameAt(end + 1);
            if (name.IsEmpty && end > at)
                Close(end);
            else if (!name.IsEmpty && text[tagEnd - 2] != '/' && _open.Count < MaxNesting)
                _open.Add((name.ToString(), kept, -1));
            end = Measure(tagEnd).First;
        }

        if (end < text.Length && text[end] != '\n' && _open.Count > opened)
            _open.RemoveRange(opened, _open.Count - opened);
        return end;
    }

    private ReadOnlySpan<char> NameAt(int at)
    {
        var end = text.AsSpan(at).IndexOfAny(" \t\n/>");
        return end < 0 ? [] : text.AsSpan(at, end);
    }
}
