using System.Buffers;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>The words of dates: English months, weekdays, and zones.</summary>
internal static partial class DateNames
{
    /// <summary>The letters of words.</summary>
    public static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>1 to 12 for a month or its abbreviation; 0 for any other word.</summary>
    public static int FindMonth(ReadOnlySpan<char> word) => Find(Months, word);

    /// <summary>Length of the day of the week that a text begins with, in English, Chinese, Japanese or Korean; 0 when it begins with none.</summary>
    public static int WeekdayLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(Letters);
        var word = end < 0 ? text : text[..end];
        if (Find(Weekdays, word) > 0)
            return word.Length;
        if (text is [] or [< '\u0080', ..])
            return 0;
        foreach (var match in Weekday().EnumerateMatches(text))
            return match.Length;
        return 0;
    }

    /// <summary>
    /// Hours from UTC by the names of RFC 822 and others that have one meaning; null for any other word, and for CST, BST and IST,
    /// which are those of several places.
    /// </summary>
    public static int? FindOffset(ReadOnlySpan<char> word)
    {
        if (word.Length > 4)
            return null;
        Span<char> upper = stackalloc char[word.Length];
        _ = word.ToUpperInvariant(upper);
        return upper switch
        {
            "Z" or "UTC" or "GMT" or "UT" or "WET" => 0,
            "CET" or "WEST" => 1,
            "CEST" or "EET" => 2,
            "EEST" or "MSK" => 3,
            "HKT" or "SGT" => 8,
            "JST" or "KST" => 9,
            "AEST" => 10,
            "AEDT" => 11,
            "NZST" => 12,
            "NZDT" => 13,
            "EST" => -5,
            "EDT" => -4,
            "CDT" => -5,
            "MST" => -7,
            "MDT" => -6,
            "PST" => -8,
            "PDT" => -7,
            _ => null,
        };
    }

    // Abbreviations have three letters, or four: Sept, Thur.
    private static int Find(string[] names, ReadOnlySpan<char> word)
    {
        for (var i = 0; word.Length >= 3 && i < names.Length; i++)
        {
            var isWhole = word.Equals(names[i], StringComparison.OrdinalIgnoreCase);
            if (isWhole || (word.Length <= 4 && names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)))
                return i + 1;
        }

        return 0;
    }

    [GeneratedRegex("^((星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日](曜日?)?|[월화수목금토일](요일)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Weekday();
}
