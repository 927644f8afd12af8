using System.Globalization;
using System.Text;

namespace ContentApi.Parsing.Body;

/// <summary>Counts words as readers of different scripts do.</summary>
internal static class WordCounter
{
    // Silent reading of Chinese news text, and of English non-fiction (Brysbaert 2019 gives 238 words a minute).
    private const double CjkPerMinute = 400;
    private const double WordsPerMinute = 230;

    /// <summary>Each Chinese, Japanese or Korean character is a word; any other run of letters and digits is one.</summary>
    /// <returns>The number of words, and minutes to two decimals.</returns>
    public static (int Words, double Minutes) Count(string text)
    {
        var cjk = 0;
        var words = 0;
        var inWord = false;
        Rune previous = default;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsCjk(rune.Value))
            {
                cjk++;
                inWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                if (!inWord)
                    words++;
                inWord = true;
            }
            else if (!IsWithinWord(rune) || !inWord || IsApostrophe(previous))
            {
                inWord = false;
            }

            previous = rune;
        }

        return (cjk + words, Math.Round((cjk / CjkPerMinute) + (words / WordsPerMinute), 2));
    }

    private static bool IsWithinWord(Rune rune) => IsApostrophe(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’';

    // Han with its extensions, kana, bopomofo and Hangul.
    private static bool IsCjk(int c) => c is >= 0x3005 and <= 0x3007 or >= 0x3041 and <= 0x3096 or >= 0x309D and <= 0x30FA
        or >= 0x30FC and <= 0x312F or >= 0x3131 and <= 0x318E or >= 0x31A0 and <= 0x31BF or >= 0x31F0 and <= 0x31FF
        or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
        or >= 0xFF66 and <= 0xFF9F or >= 0x20000 and <= 0x323AF;
}
