namespace ContentApi.Parsing.FrontMatter;

/// <summary>Reads the time of a day.</summary>
internal static class DateTimeReader
{
    // What stands before the time. True for the afternoon.
    private static readonly (string Text, bool IsAfternoon)[] Halves =
        [("上午", false), ("下午", true), ("午前", false), ("午後", true), ("오전", false), ("오후", true)];

    /// <summary>The parts as they are when no time comes next; null when something comes that asks for one, and none does.</summary>
    public static DateParts? Read(DateCursor cursor, DateParts parts)
    {
        var isAnnounced = cursor.Take('T', 't');
        if (!isAnnounced)
        {
            cursor.SkipSpaces();
            isAnnounced = cursor.Take(',');
            cursor.SkipSpaces();
        }

        if (cursor.PeekWord() is "at")
        {
            cursor.At += 2;
            isAnnounced = true;
        }

        cursor.SkipSpaces();
        var half = ReadHalf(cursor);
        var start = cursor.At;
        if (cursor.ReadNumber(1, 2) is not { } hour || ReadMinute(cursor, parts with { Hour = hour, HasTime = true }) is not { } timed)
        {
            cursor.At = start;
            return isAnnounced || half is not null ? null : parts;
        }

        cursor.SkipSpaces();
        return half is { } known ? InHalf(timed, known) : ReadHalfBehind(cursor, timed);
    }

    private static DateParts? ReadMinute(DateCursor cursor, DateParts parts)
    {
        var isInWords = cursor.Take('时', '時', '点', '點', '시');
        if (!isInWords && !cursor.Take(':'))
            return null;
        if (isInWords)
            cursor.SkipSpaces();
        if (cursor.ReadNumber(1, 2) is not { } minute)
            return isInWords ? parts : null;
        parts = parts with { Minute = minute };
        var isMinuteInWords = cursor.Take('分', '분');
        if (isMinuteInWords)
            cursor.SkipSpaces();
        if (!cursor.Take(':') && !(isMinuteInWords && char.IsAsciiDigit(cursor.Peek())))
            return parts;
        if (cursor.ReadNumber(1, 2) is not { } second)
            return null;
        _ = cursor.Take('秒', '초');
        return parts with { Second = second, Ticks = ReadFraction(cursor) };
    }

    private static long ReadFraction(DateCursor cursor)
    {
        if (cursor.Rest is not (['.' or ',', >= '0' and <= '9', ..]))
            return 0;
        cursor.At++;
        var digits = 0;
        long micros = 0;
        for (; char.IsAsciiDigit(cursor.Peek()); cursor.At++, digits++)
        {
            if (digits < 6)
                micros = (micros * 10) + (cursor.Peek() - '0');
        }

        for (; digits < 6; digits++)
            micros *= 10;
        return micros * TimeSpan.TicksPerMicrosecond;
    }

    private static bool? ReadHalf(DateCursor cursor)
    {
        foreach (var (text, isAfternoon) in Halves)
        {
            if (!cursor.TakeText(text))
                continue;
            cursor.SkipSpaces();
            return isAfternoon;
        }

        return null;
    }

    private static DateParts? ReadHalfBehind(DateCursor cursor, DateParts parts)
    {
        var word = cursor.PeekWord();
        var isAfternoon = word.Equals("pm", StringComparison.OrdinalIgnoreCase);
        if (!isAfternoon && !word.Equals("am", StringComparison.OrdinalIgnoreCase))
            return parts;
        cursor.At += word.Length;
        return InHalf(parts, isAfternoon);
    }

    private static DateParts? InHalf(DateParts parts, bool isAfternoon) =>
        parts.Hour is >= 1 and <= 12 ? parts with { Hour = (parts.Hour % 12) + (isAfternoon ? 12 : 0) } : null;
}
