using System.Text;

namespace ContentApi.Parsing;

/// <summary>Texts in Unicode's composed form (NFC), by which names, paths and slugs are compared.</summary>
public static class Composed
{
    /// <summary>Never fails: lone surrogates, and U+FFFE, which .NET refuses to compose, become U+FFFD.</summary>
    public static string Of(string text) =>
        IsPlain(text) ? text : Wellformed.Of(text).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);

    /// <summary>
    /// True for a text of characters that are composed whatever stands beside them (UAX 15: NFC_Quick_Check is Yes and the combining
    /// class 0), which is nearly every text; to ask ICU takes longer than all else that is done with a name.
    /// </summary>
    internal static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            // Latin, ideographs, kana without voice marks, their punctuation, syllables of Hangul, full-width forms.
            if (c is not (< '\u0300' or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u3029') or (>= '\u3041' and <= '\u3098')
                or (>= '\u309B' and <= '\u30FF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFFEE') or (>= '\u2010' and <= '\u2027') or (>= '\u3400' and <= '\u4DBF')))
                return false;
        }

        return true;
    }
}
