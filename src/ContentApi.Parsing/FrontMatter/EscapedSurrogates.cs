using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>The escapes <c>\uD800</c> to <c>\uDFFF</c> of texts in double quotes: halves of pairs, which no text in UTF-8 can hold.</summary>
internal static partial class EscapedSurrogates
{
    private const string Replacement = "\\uFFFD";

    /// <summary>Offset of the first half without its other half; -1 when there is none.</summary>
    public static int FindLone(string text)
    {
        for (var match = Escape().Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Length == Replacement.Length)
                return match.Index;
        }

        return -1;
    }

    /// <summary>Writes lone halves as the escape of U+FFFD, which is as long. Pairs stay.</summary>
    public static string ReplaceLone(string text) =>
        Escape().Replace(text, match => match.Length == Replacement.Length ? Replacement : match.Value);

    /// <summary>Writes lone halves as the escape of U+FFFD and pairs as their character, for languages whose escapes know no pairs.</summary>
    public static string Replace(string text) => Escape().Replace(text, match => match.Length switch
    {
        2 => match.Value,
        6 => Replacement,
        _ => string.Concat(Unit(match.ValueSpan[2..6]), Unit(match.ValueSpan[8..12])),
    });

    private static string Unit(ReadOnlySpan<char> hex) =>
        ((char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    // An escaped backslash is matched for itself, so that what follows it is no escape.
    [GeneratedRegex(@"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
