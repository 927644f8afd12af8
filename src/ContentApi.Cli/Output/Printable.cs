using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace ContentApi.Cli.Output;

/// <summary>Makes text from files fit to be shown on a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// Replaces what would move the cursor, recolour the screen or turn the writing direction: a file must not be able to
    /// forge what the terminal shows. The length stays: a tab becomes one space, and half a character a replacement.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (IsHarmless(rune))
            {
                clean.Append(rune);
            }
            else
            {
                clean.Append('\uFFFD', rune.Utf16SequenceLength);
            }
        }

        return clean.ToString();
    }

    /// <summary>The number of terminal columns that a cleaned text takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>A path as a person would write it here: relative when it lies below the current folder.</summary>
    public static string PathFrom(string current, string path)
    {
        var relative = Path.GetRelativePath(current, path);
        return relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? path : relative;
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,

        // Marks that turn the direction of what follows; joiners are needed by emoji and by several scripts.
        UnicodeCategory.Format => rune.Value is '\u200C' or '\u200D',
        _ => true,
    };
}
