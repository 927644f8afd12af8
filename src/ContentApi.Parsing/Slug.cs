using System.Globalization;
using System.Text;

namespace ContentApi.Parsing;

/// <summary>Turns names into parts of an address.</summary>
public static class Slug
{
    /// <summary>
    /// Keeps letters and digits of any script with their combining marks, lower-cased and in NFC; <c>+</c> becomes <c>plus</c>
    /// and <c>#</c> becomes <c>sharp</c>, so that C, C++ and C# differ; every other run becomes one <c>-</c>.
    /// Empty when the text holds no letter and no digit.
    /// </summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length + 8);
        var gap = false;
        Span<char> units = stackalloc char[2];
        var letterBefore = false;   // a combining mark belongs to the letter before it, and is dropped without one
        foreach (var rune in LowerCase.Composed(text).EnumerateRunes())
        {
            var word = rune.Value switch { '+' => "plus", '#' => "sharp", _ => null };
            if (word is null && !Rune.IsLetterOrDigit(rune) && !(letterBefore && IsMark(rune)))
            {
                gap = true;
                letterBefore = false;
                continue;
            }

            if (gap && slug.Length > 0)
                slug.Append('-');
            gap = false;
            letterBefore = word is null;
            if (word is not null)
                slug.Append(word);
            else
                slug.Append(units[..rune.EncodeToUtf16(units)]);
        }

        var result = slug.ToString();
        return Composed.IsPlain(result) ? result : result.Normalize(NormalizationForm.FormC);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
