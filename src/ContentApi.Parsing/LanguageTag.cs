using System.Text.RegularExpressions;

namespace ContentApi.Parsing;

/// <summary>Language tags of BCP 47.</summary>
public static partial class LanguageTag
{
    // Languages of sites whose codes are no words and no extensions that stand before ".md" in other meanings: "cs", "io", "is",
    // "ml", "no", "ps", "so" and their like count only where a site declares them.
    private static readonly HashSet<string> Common =
    [
        "af", "ar", "az", "be", "bg", "bn", "bs", "ca", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl",
        "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "ko", "lt", "lv", "mn", "mr", "ms", "nb", "ne", "nl", "nn", "pl", "pt",
        "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh",
    ];

    // Of those that are words elsewhere, but not with a region or a script behind them.
    private static readonly HashSet<string> CommonWithSubtag = ["cs", "is", "no", "my", "ml", "mk", "am", "si", "lo"];

    /// <summary>The tag in its usual case, with hyphens (<c>zh_hant_tw</c> becomes <c>zh-Hant-TW</c>); null when the text is none.</summary>
    public static string? Normalise(string text)
    {
        if (text.Length is 2 or 3 && !text.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return text;   // nearly every one
        if (text.Length > 35 || !Shape().IsMatch(text))
            return null;
        var parts = text.Replace('_', '-').ToLowerInvariant().Split('-');
        for (var i = 1; i < parts.Length; i++)
        {
            // RFC 5646, 2.1.1: regions in capitals, scripts with one, unless they follow a single letter.
            if (parts[i - 1].Length == 1)
                break;
            if (parts[i].Length == 2)
                parts[i] = parts[i].ToUpperInvariant();
            else if (parts[i].Length == 4 && char.IsLetter(parts[i][0]))
                parts[i] = char.ToUpperInvariant(parts[i][0]) + parts[i][1..];
        }

        return string.Join('-', parts);
    }

    /// <summary>
    /// The tag of a folder or of the end of a file name, where no site says which languages there are; null for other words. It has
    /// to be a usual language of sites, alone or with a script or a region (<c>de</c>, <c>zh-cn</c>, <c>pt_BR</c>, <c>zh-hans</c>).
    /// </summary>
    public static string? FromName(string text)
    {
        if (!NameShape().IsMatch(text) || Normalise(text) is not { } tag)
            return null;
        var hyphen = tag.IndexOf('-');
        var language = hyphen < 0 ? tag : tag[..hyphen];
        return Common.Contains(language) || hyphen > 0 && CommonWithSubtag.Contains(language) ? tag : null;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();
}
