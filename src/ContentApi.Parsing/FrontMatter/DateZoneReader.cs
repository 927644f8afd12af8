namespace ContentApi.Parsing.FrontMatter;

/// <summary>Reads the zone of a date: an offset, the name of a zone, or either in brackets.</summary>
internal static class DateZoneReader
{
    // That of Kiribati; no place on earth is farther from UTC.
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    /// <summary>The parts as they are when no zone comes next; null when what comes is none, or stands for several.</summary>
    public static DateParts? Read(DateCursor cursor, DateParts parts)
    {
        cursor.SkipWeekday();
        cursor.SkipSpaces();
        var known = parts;
        if (!parts.HasZone)
        {
            if (ReadOne(cursor, parts) is not { } read)
                return null;
            known = read;
        }

        while (true)
        {
            cursor.SkipSpaces();
            if (cursor.TakeBracket() is not { } inner)
                return known;
            if (DateNames.WeekdayLength(inner) == inner.Length && inner.Length > 0)
                continue;
            if (ReadWhole(inner, parts) is { } named)
                known = known.HasZone ? known : named;

            // (China Standard Time) says no more than the offset before it; without one it might be anything.
            else if (!known.HasZone || inner.AsSpan().ContainsAnyInRange('0', '9'))
                return null;
        }
    }

    private static DateParts? ReadWhole(string text, DateParts parts)
    {
        var cursor = new DateCursor(text.Trim());
        return ReadOne(cursor, parts) is { HasZone: true } zoned && cursor.Rest.IsEmpty ? zoned : null;
    }

    private static DateParts? ReadOne(DateCursor cursor, DateParts parts)
    {
        var word = cursor.PeekWord();
        if (word.IsEmpty)
            return cursor.Peek() is '+' or '-' ? ReadNamedOffset(cursor, parts) : parts;
        if (cursor.Rest[word.Length..] is ['/', ..])
        {
            // Asia/Shanghai, America/Argentina/Buenos_Aires
            var length = cursor.Rest.IndexOfAny(" ([");
            var id = (length < 0 ? cursor.Rest : cursor.Rest[..length]).ToString();
            cursor.At += id.Length;
            return parts with { ZoneId = id };
        }

        if (DateNames.FindOffset(word) is not { } hours)
            return null;
        var isZulu = word.Length == 1;
        cursor.At += word.Length;
        var end = cursor.At;
        cursor.SkipSpaces();
        if (hours == 0 && !isZulu && cursor.Peek() is '+' or '-')
            return ReadOffset(cursor, parts);
        cursor.At = end;
        return parts with { Offset = TimeSpan.FromHours(hours) };
    }

    // Go writes the zone's short name, or the offset again, behind the offset, which says all: +0800 CST, +0300 +03.
    private static DateParts? ReadNamedOffset(DateCursor cursor, DateParts parts)
    {
        if (ReadOffset(cursor, parts) is not { } zoned)
            return null;
        var end = cursor.At;
        cursor.SkipSpaces();
        var word = cursor.PeekWord();
        if (word.Length is >= 2 and <= 5 && !word.ContainsAnyExceptInRange('A', 'Z'))
            cursor.At += word.Length;
        else if (cursor.Peek() is not ('+' or '-') || ReadOffset(cursor, parts)?.Offset != zoned.Offset)
            cursor.At = end;
        return zoned;
    }

    // +08, +0800, +08:00, +8
    private static DateParts? ReadOffset(DateCursor cursor, DateParts parts)
    {
        var sign = cursor.Take('-') ? -1 : 1;
        _ = cursor.Take('+');
        if (cursor.ReadNumber(4, 4) is { } both)
            return WithOffset(parts, sign, both / 100, both % 100);
        if (cursor.ReadNumber(1, 2) is not { } hours)
            return null;
        if (!cursor.Take(':'))
            return WithOffset(parts, sign, hours, 0);
        return cursor.ReadNumber(2, 2) is { } minutes ? WithOffset(parts, sign, hours, minutes) : null;
    }

    private static DateParts? WithOffset(DateParts parts, int sign, int hours, int minutes)
    {
        var offset = new TimeSpan(hours, minutes, 0);
        return minutes < 60 && offset <= MaxOffset ? parts with { Offset = sign * offset } : null;
    }
}
