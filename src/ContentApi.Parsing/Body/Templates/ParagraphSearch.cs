namespace ContentApi.Parsing.Body.Templates;

/// <summary>Looks for the ends of tags up to the next blank line, and never twice over the same text.</summary>
internal sealed class ParagraphSearch(string text)
{
    private readonly Dictionary<string, int> _missing = [];
    private readonly Dictionary<string, (int From, int At)> _found = [];
    private int _end = -1;
    private int _start = -1;

    /// <summary>Offset of the blank line that ends the paragraph around an offset; the length of the text for the last one.</summary>
    public int EndOf(int offset)
    {
        if (offset >= _start && offset < _end)
            return _end;
        _start = offset;
        var at = offset;
        while (true)
        {
            var lineEnd = text.IndexOf('\n', at);
            if (lineEnd < 0)
                return _end = text.Length;
            var next = lineEnd + 1;
            while (next < text.Length && text[next] is ' ' or '\t')
                next++;
            if (next >= text.Length || text[next] == '\n')
                return _end = lineEnd + 1;
            at = lineEnd + 1;
        }
    }

    /// <summary>Offset of the text that closes a tag; -1 when the paragraph has none.</summary>
    public int Find(string closer, int from)
    {
        if (from > text.Length)
            return -1;
        var end = EndOf(from);
        if (from >= end || (_missing.TryGetValue(closer, out var missing) && missing == end))
            return -1;

        // What was found may not be what was looked for: then it is looked for from the next character on.
        if (_found.TryGetValue(closer, out var last) && last.From <= from && from <= last.At)
            return last.At;
        var found = text.IndexOf(closer, from, end - from, StringComparison.Ordinal);
        if (found < 0)
            _missing[closer] = end;
        else
            _found[closer] = (from, found);
        return found;
    }

    /// <summary>True when a search of this kind has failed in the paragraph already.</summary>
    public bool IsMissing(string kind, int from) => _missing.TryGetValue(kind, out var missing) && missing == EndOf(from);

    /// <summary>Notes that a search has failed from here to the end of the paragraph.</summary>
    public void SetMissing(string kind, int from) => _missing[kind] = EndOf(from);
}
