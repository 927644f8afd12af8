using System.Globalization;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Takes a date text apart from left to right.</summary>
internal ref struct DateCursor(string text)
{
    private const int MissingYear = -1;

    private int _at;

    private readonly ReadOnlySpan<char> Rest => text.AsSpan(_at);

    /// <summary>Null when the text has no known shape, or more text than a date.</summary>
    public DateParts? ReadParts()
    {
        if (DateNames.IsWeekday(PeekWord()))
        {
            _at += PeekWord().Length;
            SkipAny(" ,.");
        }

        var parts = ReadDay();
        if (parts is null)
            return null;
        parts = ReadTime(parts);

        // ctime and Unix date put the year behind the time and the zone.
        if (parts is { Year: MissingYear })
        {
            SkipAny(" ");
            parts = ReadNumber(4, 4) is { } year ? ReadZone(parts with { Year = year }) : null;
        }

        SkipComment();
        return parts is not null && Rest.IsWhiteSpace() ? parts : null;
    }

    private DateParts? ReadDay()
    {
        var month = DateNames.FindMonth(PeekWord());
        if (month > 0)
            return ReadMonthFirst(month);
        var start = _at;
        if (ReadNumber(4, 4) is { } year)
            return ReadYearFirst(year);
        _at = start;
        if (ReadNumber(1, 2) is not { } first)
            return null;
        SkipOrdinal();
        var separator = Peek();
        SkipAny(" ,-/.");
        month = DateNames.FindMonth(PeekWord());
        if (month > 0)
        {
            _at += PeekWord().Length;
            SkipAny(" ,-/.");
            return ReadNumber(4, 4) is { } named ? new DateParts { Year = named, Month = month, Day = first } : null;
        }

        // 18/01/2026
        return separator is '/' or '-' or '.' && ReadNumber(1, 2) is { } second && Take(separator) && ReadNumber(4, 4) is { } last
            ? new DateParts { Year = last, Month = first, Day = second, IsNumericPair = true }
            : null;
    }

    private DateParts? ReadMonthFirst(int month)
    {
        _at += PeekWord().Length;
        SkipAny(" .-");
        if (ReadNumber(1, 2) is not { } day)
            return null;
        SkipOrdinal();
        var afterDay = _at;
        SkipAny(" ,-");
        if (ReadNumber(4, 4) is { } year)
            return new DateParts { Year = year, Month = month, Day = day };
        _at = afterDay;
        return new DateParts { Year = MissingYear, Month = month, Day = day };
    }

    private DateParts? ReadYearFirst(int year)
    {
        SkipSpaces();
        var separator = Peek();
        if (separator == '年')
            return ReadChinese(year);
        if (separator is '-' or '/' or '.')
            _at++;
        var month = DateNames.FindMonth(PeekWord());
        if (month > 0)
        {
            _at += PeekWord().Length;
            SkipAny(" -/.");
        }
        else if (separator is not ('-' or '/' or '.') || ReadNumber(1, 2) is not { } number || !Take(separator))
        {
            return null;
        }
        else
        {
            month = number;
        }

        return ReadNumber(1, 2) is { } day ? new DateParts { Year = year, Month = month, Day = day } : null;
    }

    // 2021年9月18日, with or without spaces.
    private DateParts? ReadChinese(int year)
    {
        _at++;
        SkipSpaces();
        if (ReadNumber(1, 2) is not { } month)
            return null;
        SkipSpaces();
        if (!Take('月'))
            return null;
        SkipSpaces();
        if (ReadNumber(1, 2) is not { } day)
            return null;
        SkipSpaces();
        return Take('日') || Take('号') ? new DateParts { Year = year, Month = month, Day = day } : null;
    }

    private DateParts? ReadTime(DateParts parts)
    {
        if (!Take('T') && !Take('t'))
            SkipAny(" ,");
        if (PeekWord() is "at")
            _at += 2;
        SkipSpaces();
        var half = ReadChineseHalf();
        var start = _at;
        if (ReadNumber(1, 2) is not { } hour || !(Take(':') || Take('时') || Take('點') || Take('点')))
        {
            _at = start;
            return half is null ? ReadZone(parts) : null;
        }

        if (ReadNumber(1, 2) is not { } minute)
            return null;
        _ = Take('分');
        parts = parts with { Hour = hour, Minute = minute };
        if (Take(':') || (Rest is [>= '0' and <= '9', ..] && text[_at - 1] == '分'))
        {
            if (ReadNumber(1, 2) is not { } second)
                return null;
            _ = Take('秒');
            parts = parts with { Second = second, Ticks = ReadFraction() };
        }

        SkipSpaces();
        return (half is { } known ? InHalf(parts, known) : ReadHalfOfDay(parts)) is { } halved ? ReadZone(halved) : null;
    }

    private long ReadFraction()
    {
        if (Rest is not (['.' or ',', >= '0' and <= '9', ..]))
            return 0;
        _at++;
        var digits = 0;
        long micros = 0;
        for (; Rest is [>= '0' and <= '9', ..]; _at++, digits++)
        {
            if (digits < 6)
                micros = (micros * 10) + (text[_at] - '0');
        }

        for (; digits < 6; digits++)
            micros *= 10;
        return micros * TimeSpan.TicksPerMicrosecond;
    }

    private DateParts? ReadHalfOfDay(DateParts parts)
    {
        var afternoon = PeekWord().Equals("pm", StringComparison.OrdinalIgnoreCase);
        if (!afternoon && !PeekWord().Equals("am", StringComparison.OrdinalIgnoreCase))
            return parts;
        _at += 2;
        return InHalf(parts, afternoon);
    }

    // 上午 and 下午 stand before the time. True for the afternoon, null when neither is there.
    private bool? ReadChineseHalf()
    {
        if (Rest is not (['上' or '下', '午', ..]))
            return null;
        var afternoon = Peek() == '下';
        _at += 2;
        SkipSpaces();
        return afternoon;
    }

    private static DateParts? InHalf(DateParts parts, bool afternoon) =>
        parts.Hour is >= 1 and <= 12 ? parts with { Hour = (parts.Hour % 12) + (afternoon ? 12 : 0) } : null;

    private DateParts? ReadZone(DateParts parts)
    {
        SkipSpaces();
        var word = PeekWord();
        if (word.Length > 0 && text.AsSpan(_at + word.Length) is ['/', ..])
        {
            // Asia/Shanghai, America/Argentina/Buenos_Aires
            var length = Rest.IndexOf(' ');
            var id = (length < 0 ? Rest : Rest[..length]).ToString();
            _at += id.Length;
            return parts with { ZoneId = id };
        }

        if (word.Length > 0)
        {
            if (DateNames.FindOffset(word) is not { } hours)
                return null;
            _at += word.Length;
            parts = parts with { Offset = TimeSpan.FromHours(hours) };
            if (hours != 0 || Peek() is not ('+' or '-'))
                return parts;
        }

        return Peek() is '+' or '-' ? ReadOffset(parts) : parts;
    }

    // +08, +0800, +08:00, +8
    private DateParts? ReadOffset(DateParts parts)
    {
        var sign = text[_at++] == '-' ? -1 : 1;
        var start = _at;
        if (ReadNumber(4, 4) is { } both)
            return WithOffset(parts, sign, both / 100, both % 100);
        _at = start;
        if (ReadNumber(1, 2) is not { } hours)
            return null;
        if (!Take(':'))
            return WithOffset(parts, sign, hours, 0);
        return ReadNumber(2, 2) is { } minutes ? WithOffset(parts, sign, hours, minutes) : null;
    }

    private DateParts? WithOffset(DateParts parts, int sign, int hours, int minutes)
    {
        // RFC 9557: the name of the zone in brackets adds nothing to the offset.
        if (Peek() == '[' && Rest.IndexOf(']') is > 0 and var close)
            _at += close + 1;
        return hours <= 15 && minutes < 60 ? parts with { Offset = sign * new TimeSpan(hours, minutes, 0) } : null;
    }

    private void SkipComment()
    {
        SkipSpaces();
        if (Peek() == '(' && text[^1] == ')')
            _at = text.Length;
    }

    private void SkipOrdinal()
    {
        if (PeekWord() is "st" or "nd" or "rd" or "th")
            _at += 2;
    }

    private readonly ReadOnlySpan<char> PeekWord()
    {
        var length = 0;
        while (length < Rest.Length && char.IsAsciiLetter(Rest[length]))
            length++;
        return Rest[..length];
    }

    private readonly char Peek() => _at < text.Length ? text[_at] : '\0';

    private bool Take(char expected)
    {
        if (Peek() != expected)
            return false;
        _at++;
        return true;
    }

    private void SkipSpaces() => SkipAny(" ");

    private void SkipAny(string characters)
    {
        while (_at < text.Length && characters.Contains(text[_at]))
            _at++;
    }

    /// <summary>The number at the cursor when it has a length between the bounds; else null, and the cursor stays or stands within the digits.</summary>
    private int? ReadNumber(int min, int max)
    {
        var length = 0;
        while (length < Rest.Length && char.IsAsciiDigit(Rest[length]))
            length++;
        if (length < min || length > max)
            return null;
        var number = int.Parse(Rest[..length], CultureInfo.InvariantCulture);
        _at += length;
        return number;
    }
}
