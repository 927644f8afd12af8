namespace ContentApi.Cli.Output;

/// <summary>The line of a file that a finding is about, cut to what fits on a terminal.</summary>
/// <param name="Text">The line, cleaned.</param>
/// <param name="Column">Terminal columns before the place.</param>
internal sealed record SourceExcerpt(string Text, int Column)
{
    private const int CellsBefore = 50;
    private const int CellsInAll = 100;

    /// <summary>Cuts a line around a place in it.</summary>
    /// <param name="line">The line as it stands in the file.</param>
    /// <param name="place">0-based, in UTF-16 units, at most the length of the line.</param>
    public static SourceExcerpt Of(string line, int place)
    {
        var clean = Printable.Clean(line);
        var start = 0;
        var end = clean.Length;
        if (Printable.Width(clean) > CellsInAll)
        {
            start = Boundary(clean, Fit(clean[..place].Reverse(), place, CellsBefore, step: -1));
            end = Boundary(clean, Fit(clean[place..], place, CellsInAll - CellsBefore, step: 1));
        }

        var before = (start > 0 ? "…" : "") + clean[start..place];
        var after = clean[place..end] + (end < clean.Length ? "…" : "");
        return new SourceExcerpt((before + after).TrimEnd(), Printable.Width(before));
    }

    // Goes from a place over the letters for as many terminal columns.
    private static int Fit(IEnumerable<char> letters, int place, int cells, int step)
    {
        foreach (var letter in letters)
        {
            cells -= Math.Max(1, Printable.Width(letter.ToString()));
            if (cells < 0)
            {
                break;
            }

            place += step;
        }

        return place;
    }

    // Not between the halves of a surrogate pair.
    private static int Boundary(string line, int index) => index < line.Length && char.IsLowSurrogate(line[index]) ? index - 1 : index;
}
