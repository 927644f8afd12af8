using System.Globalization;
using Spectre.Console.Rendering;

namespace ContentApi.Cli.Output;

/// <summary>Makes text from files fit to be shown on a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// Replaces what would move the cursor, recolour the screen or turn the writing direction: a file must not be able to
    /// forge what the terminal shows. A tab becomes one space, so that columns can be counted.
    /// </summary>
    public static string Clean(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            var letter = source[index];
            target[index] = letter == '\t' ? ' ' : IsHarmless(source, index) ? letter : '\uFFFD';
        }
    });

    /// <summary>The number of terminal columns that a cleaned text takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    private static bool IsHarmless(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text[index]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Surrogate => char.IsSurrogatePair(text, char.IsLowSurrogate(text[index]) ? Math.Max(0, index - 1) : Math.Min(index, text.Length - 2)),

        // Marks that turn the direction of what follows; joiners are needed by emoji and by several scripts.
        UnicodeCategory.Format => text[index] is '\u200C' or '\u200D',
        _ => true,
    };
}
