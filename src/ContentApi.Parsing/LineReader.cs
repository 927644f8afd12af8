namespace ContentApi.Parsing;

/// <summary>Walks over the lines of a text with LF line ends.</summary>
internal ref struct LineReader(string text, int start, int line)
{
    private int _next = start;

    /// <summary>Offset of the current line.</summary>
    public int Start { get; private set; } = start;

    /// <summary>Offset after the line end of the current line.</summary>
    public readonly int End => _next;

    /// <summary>1-based number of the current line.</summary>
    public int Number { get; private set; } = line - 1;

    /// <summary>The current line without its line end.</summary>
    public readonly ReadOnlySpan<char> Line => text.AsSpan(Start, _next - Start).TrimEnd('\n');

    /// <summary>Moves to the next line; false at the end of the text.</summary>
    public bool Read()
    {
        if (_next >= text.Length)
            return false;
        Start = _next;
        Number++;
        var length = text.AsSpan(Start).IndexOf('\n');
        _next = length < 0 ? text.Length : Start + length + 1;
        return true;
    }
}
