namespace ContentApi.Parsing.FrontMatter;

/// <summary>The words of dates: English months and weekdays, and zones.</summary>
internal static class DateNames
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>1 to 12 for a month or its abbreviation; 0 for any other word.</summary>
    public static int FindMonth(ReadOnlySpan<char> word) => Find(Months, word);

    public static bool IsWeekday(ReadOnlySpan<char> word) => Find(Weekdays, word) > 0;

    /// <summary>Hours from UTC by the names of RFC 822; null for any other word, and for CST, which is also China's.</summary>
    public static int? FindOffset(ReadOnlySpan<char> word) => word switch
    {
        "Z" or "z" or "UTC" or "GMT" or "UT" => 0,
        "EST" => -5,
        "EDT" => -4,
        "CDT" => -5,
        "MST" => -7,
        "MDT" => -6,
        "PST" => -8,
        "PDT" => -7,
        _ => null,
    };

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
}
