using System.Globalization;
using System.Text;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Reads the date shapes of real files: ISO 8601 with every usual deviation, RFC 1123, ctime, numeric with slashes or dots,
/// English months, Chinese, seconds since 1970. A date that does not exist is no date: nothing ever rolls over.
/// </summary>
internal static class DateReader
{
    private const int MaxLength = 80;

    private static readonly DateReading Unreadable = new();

    /// <summary>Reads a text; a date without an offset is local to <paramref name="zone"/>.</summary>
    /// <param name="text">As written.</param>
    /// <param name="zone">Zone of dates without an offset.</param>
    /// <param name="order">Order of numeric dates that end in the year; null infers it where the numbers allow.</param>
    public static DateReading Read(string text, TimeZoneInfo zone, DateOrder? order)
    {
        // .NET refuses to normalise U+FFFE.
        if (text.Length > MaxLength || text.Contains('\uFFFE'))
            return Unreadable;

        // Full-width digits, colons and slashes; marks of direction, which browsers put into the dates that people copy.
        var plain = Ascii.IsValid(text) || text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var trimmed = (!Ascii.IsValid(plain) && plain.Any(IsMark) ? string.Concat(plain.Where(c => !IsMark(c))) : plain).Trim();
        return trimmed.Length > 0 && IsDigits(trimmed)
            ? ReadDigits(trimmed, zone)
            : ReadParts(WriteOut(trimmed), zone, order);
    }

    // As seconds since 1970, a day of this year or later with an hour would lie in 2032 or later.
    private const int FirstYearWithHour = 1970;

    private static DateReading ReadDigits(string digits, TimeZoneInfo zone)
    {
        switch (digits.Length)
        {
            case 8 or 12 or 14:
                return ToInstant(Cut(digits), zone);

            case 10 when Cut(digits) is { Year: >= FirstYearWithHour } day && Exists(day):   // 2021091823
                return ToInstant(Cut(digits), zone);
            case 10:
                return new DateReading
                {
                    Instant = DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits, CultureInfo.InvariantCulture)),
                    Inferred = "seconds since 1970",
                };
            case 13:
                return new DateReading
                {
                    Instant = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, CultureInfo.InvariantCulture)),
                    Inferred = "milliseconds since 1970",
                };
            default:
                return Unreadable;
        }
    }

    private static DateReading ReadParts(string text, TimeZoneInfo zone, DateOrder? order)
    {
        if (DateShape.Read(text) is not { } monthFirst)
            return Unreadable;
        if (!monthFirst.IsNumericPair)
            return ToInstant(monthFirst, zone);

        // 01/02/2026: Month and Day hold the two numbers in the order of the text.
        var dayFirst = monthFirst with { Month = monthFirst.Day, Day = monthFirst.Month };
        return (Exists(monthFirst), Exists(dayFirst)) switch
        {
            (false, false) => Unreadable,
            (true, false) => ToInstant(monthFirst, zone) with { Inferred = order is DateOrder.Mdy ? null : "month, day, year" },
            (false, true) => ToInstant(dayFirst, zone) with { Inferred = order is DateOrder.Dmy ? null : "day, month, year" },
            _ when order is DateOrder.Mdy || monthFirst.Month == monthFirst.Day => ToInstant(monthFirst, zone),
            _ when order is DateOrder.Dmy => ToInstant(dayFirst, zone),
            _ => new DateReading { IsAmbiguous = true },
        };
    }

    // 20210918, with as much of a time as there is.
    private static DateParts Cut(string digits)
    {
        var padded = digits.PadRight(14, '0');
        return new DateParts
        {
            Year = Number(padded[..4]),
            Month = Number(padded[4..6]),
            Day = Number(padded[6..8]),
            Hour = Number(padded[8..10]),
            Minute = Number(padded[10..12]),
            Second = Number(padded[12..]),
            HasTime = digits.Length > 8,
        };
    }

    // The basic form of ISO 8601, 20210918T234034Z, in its extended one.
    private static string WriteOut(string text)
    {
        if (text.Length < 13 || text[8] is not ('T' or 't') || !IsDigits(text[..8]) || !IsDigits(text[9..13]))
            return text;
        var (day, time, rest) = ($"{text[..4]}-{text[4..6]}-{text[6..8]}", $"{text[9..11]}:{text[11..13]}", text[13..]);
        return rest.Length >= 2 && IsDigits(rest[..2]) ? $"{day}T{time}:{rest}" : $"{day}T{time}{rest}";
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsDigits(string text) => text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    // The first day of the calendar is how Go writes that there is no date.
    private static bool Exists(DateParts parts) => parts is { Year: >= 1 and <= 9999 and var year, Month: >= 1 and <= 12, Day: >= 1, Hour: < 24, Minute: < 60, Second: < 60 }
        && parts.Day <= DateTime.DaysInMonth(year, parts.Month) && parts is not { Year: 1, Month: 1, Day: 1 };

    private static DateReading ToInstant(DateParts parts, TimeZoneInfo defaultZone)
    {
        if (!Exists(parts))
            return Unreadable;
        var local = new DateTime(parts.Year!.Value, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, DateTimeKind.Unspecified)
            .AddTicks(parts.Ticks);
        TimeZoneInfo? named = null;
        if (parts.ZoneId is { } id && !TimeZoneInfo.TryFindSystemTimeZoneById(id, out named))
            return Unreadable;

        var offset = parts.Offset ?? OffsetOf(local, named ?? defaultZone);
        var ticks = local.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return Unreadable;
        return new DateReading
        {
            Instant = new DateTimeOffset(ticks, TimeSpan.Zero),
            Day = DateOnly.FromDateTime(local),
            HasTime = parts.HasTime,
            Zone = parts.Offset is { } given ? OffsetName(given) : (named ?? defaultZone).Id,
            AssumedZone = parts.Offset is null && named is null,
        };
    }

    // Of a time that a clock change repeats the first instant counts; one that it skips takes the zone's standard offset.
    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone) =>
        ReferenceEquals(zone, TimeZoneInfo.Utc) ? TimeSpan.Zero : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

    private static string OffsetName(TimeSpan offset) => offset == TimeSpan.Zero
        ? "UTC"
        : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
