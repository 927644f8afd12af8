using System.Text;

namespace ContentApi.Parsing;

/// <summary>Keeps out what a UTF-8 database cannot store.</summary>
internal static class Wellformed
{
    /// <summary>Replaces each lone surrogate by U+FFFD; gives the same string when there is none.</summary>
    public static string Of(string text) => FirstLoneSurrogate(text) < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Index of the first surrogate without its other half; -1 when there is none.</summary>
    public static int FirstLoneSurrogate(string text)
    {
        var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return i;
            i++;
        }

        return -1;
    }

    /// <summary>Cuts to at most <paramref name="length"/> UTF-16 units without splitting a pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
