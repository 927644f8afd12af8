using System.Globalization;
using System.Net;
using System.Text;

namespace ContentApi.Parsing.Body.Plain;

/// <summary>Reads <c>&amp;</c> in HTML where there is no doubt what a parser makes of it (HTML standard, 13.2.5.72 to 13.2.5.80).</summary>
internal static class CharacterReference
{
    // Names that HTML 4 knew are no longer, and those that need no semicolon are of these lengths.
    private const int MaxName = 8;
    private const int MinOldName = 2;
    private const int MaxOldName = 6;

    /// <summary>What the reference stands for; null in doubt.</summary>
    /// <param name="text">Begins with <c>&amp;</c>.</param>
    /// <param name="isInAttribute">An address with parameters may hold what would be a reference elsewhere.</param>
    /// <param name="length">Characters read.</param>
    public static string? Read(ReadOnlySpan<char> text, bool isInAttribute, out int length)
    {
        length = 1;
        if (text is [_, '#', ..])
            return ReadNumber(text, out length);
        var end = 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        var name = text[1..end];
        var next = end < text.Length ? text[end] : '\0';
        if (next != ';')
            return (isInAttribute && next == '=') || !MayEndWithoutSemicolon(name) ? "&" : null;
        if (name.Length is 0 or > MaxName)
            return null;
        length = end + 1;
        return ReadName(text[..length]);
    }

    // The first names, of characters up to U+00FF, need none; capitals for some of them came later.
    private static bool MayEndWithoutSemicolon(ReadOnlySpan<char> name)
    {
        if (name.Length < MinOldName)
            return false;
        if (char.IsAsciiLetterUpper(name[0]) && char.IsAsciiLetterUpper(name[1]))
            return true;
        for (var length = MinOldName; length <= Math.Min(name.Length, MaxOldName); length++)
        {
            if (ReadName($"&{name[..length]};") is [<= '\u00FF'])
                return true;
        }

        return false;
    }

    private static string? ReadName(ReadOnlySpan<char> reference)
    {
        switch (reference)
        {
            case "&amp;":
                return "&";
            case "&lt;":
                return "<";
            case "&gt;":
                return ">";
            case "&quot;":
                return "\"";
            case "&nbsp;":
                return "\u00A0";
            case "&lang;" or "&rang;":
                return null;   // other characters since HTML 5
        }

        // HTML 4 named characters of the basic plane alone; what it did not know stays as it is.
        var decoded = WebUtility.HtmlDecode(reference.ToString());
        return decoded.Length == 1 ? decoded : null;
    }

    // Of what browsers read as another number or as none, nothing.
    private static string? ReadNumber(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        var isHex = text is [_, _, 'x' or 'X', ..];
        var digits = text[(isHex ? 3 : 2)..];
        var end = digits.IndexOf(';');
        if (end is < 1 or > MaxName || digits[..end].ContainsAnyExcept("0123456789abcdefABCDEF"))
            return null;
        if (!int.TryParse(digits[..end], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 0x20 or (>= 0x7F and < 0xA0) or (>= 0xFDD0 and <= 0xFDEF) || (number & 0xFFFE) == 0xFFFE || !Rune.IsValid(number))
            return null;
        length = (isHex ? 3 : 2) + end + 1;
        return new Rune(number).ToString();
    }
}
