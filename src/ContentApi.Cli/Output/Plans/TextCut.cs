using System.Text;

namespace ContentApi.Cli.Output.Plans;

/// <summary>Makes values fit into the columns that there are.</summary>
internal static class TextCut
{
    private const string Cut = "…";

    /// <summary>Gives all of it, on one line.</summary>
    public static string OneLine(string text) => Printable.Clean(text.ReplaceLineEndings(" "));

    /// <summary>Gives as much of the beginning as fits, on one line.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="cells">Terminal columns, at least 2.</param>
    public static string Fit(string text, int cells)
    {
        var line = OneLine(text);
        return Printable.Width(line) <= cells ? line : Beginning(line, cells - 1).TrimEnd() + Cut;
    }

    /// <summary>Gives as much of two texts as fits, each on one line, so that the place is seen from which on they differ.</summary>
    public static (string Before, string After) FitAround(string before, string after, int cells)
    {
        var (old, now) = (OneLine(before), OneLine(after));
        var same = SharedLength(old, now);

        // Some of what they share tells where one is.
        var start = same > 0 && Math.Max(Printable.Width(old), Printable.Width(now)) > cells ? WordsBefore(old, same, cells / 3) : 0;
        return (From(old), From(now));

        string From(string text) => Fit(start == 0 ? text : Cut + text[start..], cells);
    }

    /// <summary>Breaks a text between words, or within those that are longer than a line.</summary>
    /// <param name="text">One line.</param>
    /// <param name="cells">Terminal columns of a line; a letter that is wider has a line for itself.</param>
    public static IEnumerable<string> Lines(string text, int cells)
    {
        var rest = OneLine(text).Trim();
        while (LineLength(rest, cells) is var length && length < rest.Length)
        {
            var end = rest[length] == ' ' ? length : rest.LastIndexOf(' ', length - 1) is > 0 and var blank ? blank : length;
            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }

        yield return rest;
    }

    private static int LineLength(string text, int cells) =>
        text.Length == 0 ? 0 : Math.Max(Beginning(text, cells).Length, Rune.GetRuneAt(text, 0).Utf16SequenceLength);

    private static string Beginning(string text, int cells)
    {
        var fitting = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            cells -= Printable.Width(rune.ToString());
            if (cells < 0)
            {
                break;
            }

            fitting.Append(rune);
        }

        return fitting.ToString();
    }

    private static int SharedLength(string left, string right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[length] == right[length])
        {
            length++;
        }

        return length;
    }

    // The beginning of a word at most so many columns before an index.
    private static int WordsBefore(string text, int index, int cells)
    {
        var start = index;
        while (start > 0 && Printable.Width(text[(start - 1)..index]) <= cells)
        {
            start--;
        }

        var word = text.IndexOf(' ', start, index - start) is >= 0 and var blank ? blank + 1 : start;
        return word > 0 && word < text.Length && char.IsLowSurrogate(text[word]) ? word - 1 : word;
    }
}
