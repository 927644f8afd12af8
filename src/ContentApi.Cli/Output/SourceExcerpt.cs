using System.Text;

namespace ContentApi.Cli.Output;

/// <summary>The line of a file that a finding is about, cut to what fits on a terminal.</summary>
/// <param name="Text">The line, cleaned.</param>
/// <param name="Column">Terminal columns before the place.</param>
internal sealed record SourceExcerpt(string Text, int Column)
{
    // Reading stops here, so that a huge file costs nothing; its finding is shown without its line.
    private const long SizeLimit = 8 * 1024 * 1024;

    private const int CellsBefore = 50;
    private const int CellsInAll = 100;

    /// <summary>Reads the line; null when the file cannot be read or has no such place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">1-based.</param>
    /// <param name="column">1-based, in UTF-16 units.</param>
    public static SourceExcerpt? Read(string path, int line, int column)
    {
        try
        {
            return new FileInfo(path).Length <= SizeLimit && File.ReadLines(path, Encoding.UTF8).Skip(line - 1).FirstOrDefault() is { } text && column <= text.Length + 1
                ? Cut(text, column - 1)
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SourceExcerpt Cut(string line, int place)
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
