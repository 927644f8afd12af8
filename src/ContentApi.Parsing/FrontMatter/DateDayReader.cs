namespace ContentApi.Parsing.FrontMatter;

/// <summary>Reads year, month and day.</summary>
internal static class DateDayReader
{
    // Years of two digits, as of Go's time.Parse.
    private const int FirstOfLastCentury = 69;

    /// <summary>Null when no day comes next.</summary>
    public static DateParts? Read(DateCursor cursor)
    {
        if (TakeMonth(cursor) is { } month)
            return ReadMonthFirst(cursor, month);
        if (cursor.ReadNumber(4, 4) is { } year)
            return ReadYearFirst(cursor, year);
        if (cursor.ReadNumber(1, 2) is not { } first)
            return null;
        SkipOrdinal(cursor);
        var separator = cursor.Peek();
        cursor.SkipAny(" ,-/.");
        if (TakeMonth(cursor) is { } named)
            return ReadYear(cursor, named, first);

        // 18/01/2026
        return separator is '/' or '-' or '.' && cursor.ReadNumber(1, 2) is { } second && cursor.Take(separator) && cursor.ReadNumber(4, 4) is { } last
            ? new DateParts { Year = last, Month = first, Day = second, IsNumericPair = true }
            : null;
    }

    // The month between them keeps day and year apart, so that RFC 822 and 850 can write 18 Sep 21.
    private static DateParts? ReadYear(DateCursor cursor, int month, int day)
    {
        cursor.SkipAny(" ,-/.");
        if (cursor.ReadNumber(4, 4) is { } year)
            return new DateParts { Year = year, Month = month, Day = day };
        return cursor.ReadNumber(2, 2) is { } digits
            ? new DateParts { Year = digits + (digits < FirstOfLastCentury ? 2000 : 1900), Month = month, Day = day, IsShortYear = true }
            : null;
    }

    private static DateParts? ReadMonthFirst(DateCursor cursor, int month)
    {
        cursor.SkipAny(" .-");
        if (cursor.ReadNumber(1, 2) is not { } day)
            return null;
        SkipOrdinal(cursor);
        var afterDay = cursor.At;
        cursor.SkipAny(" ,-");
        var year = cursor.ReadNumber(4, 4);
        if (year is null)
            cursor.At = afterDay;
        return new DateParts { Year = year, Month = month, Day = day };
    }

    private static DateParts? ReadYearFirst(DateCursor cursor, int year)
    {
        cursor.SkipSpaces();
        if (cursor.Take('年', '년'))
            return ReadCharacters(cursor, year);
        var separator = cursor.Peek();
        var isSeparated = cursor.Take('-', '/', '.');
        if (TakeMonth(cursor) is { } month)
            cursor.SkipAny(" -/.");
        else if (isSeparated && cursor.ReadNumber(1, 2) is { } number && cursor.Take(separator))
            month = number;
        else
            return null;
        return cursor.ReadNumber(1, 2) is { } day ? new DateParts { Year = year, Month = month, Day = day } : null;
    }

    // 2021年9月18日, 2021년 9월 18일, with or without blanks.
    private static DateParts? ReadCharacters(DateCursor cursor, int year)
    {
        cursor.SkipSpaces();
        if (cursor.ReadNumber(1, 2) is not { } month)
            return null;
        cursor.SkipSpaces();
        if (!cursor.Take('月', '월'))
            return null;
        cursor.SkipSpaces();
        if (cursor.ReadNumber(1, 2) is not { } day)
            return null;
        cursor.SkipSpaces();
        return cursor.Take('日', '号', '號', '일') ? new DateParts { Year = year, Month = month, Day = day } : null;
    }

    private static int? TakeMonth(DateCursor cursor)
    {
        var word = cursor.PeekWord();
        if (DateNames.FindMonth(word) is not (> 0 and var month))
            return null;
        cursor.At += word.Length;
        return month;
    }

    private static void SkipOrdinal(DateCursor cursor)
    {
        if (cursor.PeekWord() is "st" or "nd" or "rd" or "th")
            cursor.At += 2;
    }
}
