using System.Globalization;
using System.Text;

namespace ContentApi.Parsing.Body;

/// <summary>Counts words as readers of different scripts do.</summary>
internal static class WordCounter
{
    // Silent reading of Chinese news text, and of English non-fiction (Brysbaert 2019 gives 238 words a minute).
    private const double CjkPerMinute = 400;
    private const double WordsPerMinute = 230;

    private static readonly byte[] AsciiWord = [.. Enumerable.Range(0, 0x80).Select(c => char.IsAsciiLetterOrDigit((char)c) ? (byte)1 : (byte)0)];

    /// <summary>Each Chinese, Japanese or Korean character is a word; any other run of letters and digits is one.</summary>
    /// <returns>The number of words, and minutes to two decimals.</returns>
    public static (int Words, double Minutes) Count(string text)
    {
        var cjk = 0;
        var words = 0;
        var inWord = false;
        var behindApostrophe = false;
        for (var at = 0; at < text.Length;)
        {
            // Nearly every text is made of these two.
            if (text[at] is < '\u0080' and not '\'' || text[at] is >= '\u4E00' and <= '\u9FFF')
            {
                words += CountAscii(text, ref at, ref inWord);
                var start = at;
                while (at < text.Length && text[at] is >= '\u4E00' and <= '\u9FFF')
                    at++;
                cjk += at - start;
                (inWord, behindApostrophe) = (inWord && at == start, false);
                continue;
            }

            _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            at += length;
            if (IsCjk(rune.Value))
            {
                (cjk, inWord) = (cjk + 1, false);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else
            {
                inWord = inWord && !behindApostrophe && (IsApostrophe(rune) || IsMark(rune));
            }

            behindApostrophe = IsApostrophe(rune);
        }

        return (cjk + words, Math.Round((cjk / CjkPerMinute) + (words / WordsPerMinute), 2));
    }

    // The words that begin from here on up to a character that is not ASCII, or an apostrophe. A step takes the same whatever the character is.
    private static int CountAscii(string text, ref int at, ref bool inWord)
    {
        var words = 0;
        var state = inWord ? 1 : 0;
        for (; at < text.Length && text[at] is < '\u0080' and not '\''; at++)
        {
            int isWord = AsciiWord[text[at]];
            words += isWord & ~state;
            state = isWord;
        }

        inWord = state == 1;
        return words;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’';

    // Han with its extensions, kana, bopomofo and Hangul.
    private static bool IsCjk(int c) => c is >= 0x3005 and <= 0x3007 or >= 0x3041 and <= 0x3096 or >= 0x309D and <= 0x30FA
        or >= 0x30FC and <= 0x312F or >= 0x3131 and <= 0x318E or >= 0x31A0 and <= 0x31BF or >= 0x31F0 and <= 0x31FF
        or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
        or >= 0xFF66 and <= 0xFF9F or >= 0x20000 and <= 0x323AF;
}
