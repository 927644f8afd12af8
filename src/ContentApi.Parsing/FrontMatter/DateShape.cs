namespace ContentApi.Parsing.FrontMatter;

/// <summary>Takes a date text apart from left to right: day, time, zone.</summary>
internal static class DateShape
{
    /// <summary>Null when the text has no known shape, or more text than a date.</summary>
    public static DateParts? Read(string text)
    {
        var cursor = new DateCursor(text);
        cursor.SkipWeekday();
        cursor.SkipAny(" ,.");
        if (DateDayReader.Read(cursor) is not { } day)
            return null;
        cursor.SkipWeekday();
        if (DateTimeReader.Read(cursor, day) is not { } timed || DateZoneReader.Read(cursor, timed) is not { } parts)
            return null;

        // ctime and Unix date put the year behind the time and the zone.
        if (parts.Year is null)
        {
            cursor.SkipSpaces();
            if (cursor.ReadNumber(4, 4) is not { } year || DateZoneReader.Read(cursor, parts with { Year = year }) is not { } whole)
                return null;
            parts = whole;
        }

        return cursor.Rest.IsWhiteSpace() && (parts.HasTime || !parts.IsShortYear) ? parts : null;
    }
}
