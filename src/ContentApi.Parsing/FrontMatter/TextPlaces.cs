using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Gives the places of offsets into a block that may begin anywhere in its file.</summary>
internal sealed class TextPlaces
{
    private readonly List<int> _lineStarts = [0];
    private readonly Place _start;
    private readonly int _length;

    public TextPlaces(string text, Place start)
    {
        (_start, _length) = (start, text.Length);
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
            _lineStarts.Add(at + 1);
    }

    /// <param name="offset">In UTF-16 units; what lies outside stands for the end, as TOML's parser has it.</param>
    public Place Of(int offset)
    {
        if (offset < 0 || offset > _length)
            offset = _length;
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        var column = offset - _lineStarts[line] + (line == 0 ? _start.Column : 1);
        return new Place(_start.Line + line, column);
    }

    /// <param name="text">The block.</param>
    /// <param name="line">0-based.</param>
    /// <param name="bytes">0-based, in bytes of UTF-8.</param>
    public Place Of(string text, int line, int bytes)
    {
        var offset = _lineStarts[Math.Min(line, _lineStarts.Count - 1)];
        foreach (var rune in text.AsSpan(offset).EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
                break;
            offset += rune.Utf16SequenceLength;
        }

        return Of(offset);
    }
}
