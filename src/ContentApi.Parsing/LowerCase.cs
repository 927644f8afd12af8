namespace ContentApi.Parsing;

/// <summary>Texts in small letters, by Unicode's full mapping, which is the same in every language.</summary>
public static class LowerCase
{
    // The one letter whose small form is two characters (SpecialCasing.txt); .NET leaves it as it is.
    private const char DottedI = '\u0130';

    /// <summary>The text in small letters; composed texts may be so no more.</summary>
    public static string Of(string text) => (text.Contains(DottedI) ? text.Replace("\u0130", "i\u0307", StringComparison.Ordinal) : text).ToLowerInvariant();

    /// <summary>The text composed (NFC) and in small letters, so that texts that differ in nothing else are equal ordinally.</summary>
    // Composed again, because some letters have a composed form only when they are small: the caron of J.
    public static string Composed(string text) => Parsing.Composed.Of(Of(Parsing.Composed.Of(text)));

    /// <summary>True for what is in small letters.</summary>
    internal static bool Is(char c) => c != DottedI && char.ToLowerInvariant(c) == c;
}
