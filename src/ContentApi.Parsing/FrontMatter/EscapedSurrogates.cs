using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>The escapes <c>\uD800</c> to <c>\uDFFF</c> of a double-quoted text.</summary>
internal static partial class EscapedSurrogates
{
    /// <summary>Writes pairs as their character and lone halves as U+FFFD.</summary>
    public static string Replace(string text) => Escape().Replace(text, match =>
    {
        if (match.Length == 6)
            return "\uFFFD";
        ReadOnlySpan<char> pair = [Unit(match.ValueSpan[2..6]), Unit(match.ValueSpan[8..12])];
        return pair.ToString();
    });

    private static char Unit(ReadOnlySpan<char> hex) => (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
