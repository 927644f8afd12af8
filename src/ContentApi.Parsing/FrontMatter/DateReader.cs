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

        // Full-width digits, colons and slashes.
        var trimmed = text.IsNormalized(NormalizationForm.FormKC) ? text.Trim() : text.Normalize(NormalizationForm.FormKC).Trim();
        return trimmed.Length > 0 && IsDigits(trimmed)
            ? ReadDigits(trimmed, zone)
            : ReadParts(WriteOut(trimmed), zone, order);
    }

    private static DateReading ReadDigits(string digits, TimeZoneInfo zone)
    {
        switch (digits.Length)
        {
            case 8 or 12 or 14:
                var padded = digits.PadRight(14, '0');
                var parts = new DateParts
                {
                    Year = Number(padded[..4]),
                    Month = Number(padded[4..6]),
                    Day = Number(padded[6..8]),
                    Hour = Number(padded[8..10]),
                    Minute = Number(padded[10..12]),
                    Second = Number(padded[12..]),
                };
                return ToInstant(parts, zone);
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
        var cursor = new DateCursor(text);
        if (cursor.ReadParts() is not { } parts)
            return Unreadable;
        if (!parts.IsNumericPair)
            return ToInstant(parts, zone);

        // 01/02/2026: Month and Day hold the two numbers in the order of the text.
        var (first, second) = (parts.Month, parts.Day);
        if (order is DateOrder.Mdy || (order is not DateOrder.Dmy && first == second))
            return ToInstant(parts, zone);
        var dayFirst = parts with { Month = second, Day = first };
        if (order is DateOrder.Dmy)
            return ToInstant(dayFirst, zone);
        if (first > 12 && second <= 12)
            return ToInstant(dayFirst, zone) with { Inferred = "day, month, year" };
        if (second > 12 && first <= 12)
            return ToInstant(parts, zone) with { Inferred = "month, day, year" };
        return Exists(parts) || Exists(dayFirst) ? new DateReading { IsAmbiguous = true } : Unreadable;
    }

    // The basic form of ISO 8601, 20210918T234034Z, in its extended one.
    private static string WriteOut(string text)
    {
        if (text.Length < 13 || text[8] is not ('T' or 't') || !IsDigits(text[..8]) || !IsDigits(text[9..13]))
            return text;
        var (day, time, rest) = ($"{text[..4]}-{text[4..6]}-{text[6..8]}", $"{text[9..11]}:{text[11..13]}", text[13..]);
        return rest.Length >= 2 && IsDigits(rest[..2]) ? $"{day}T{time}:{rest}" : $"{day}T{time}{rest}";
    }

    private static bool IsDigits(string text) => text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool Exists(DateParts parts) => parts.Year is >= 1 and <= 9999 && parts.Month is >= 1 and <= 12
        && parts.Day >= 1 && parts.Day <= DateTime.DaysInMonth(parts.Year, parts.Month)
        && parts is { Hour: < 24, Minute: < 60, Second: < 60 };

    private static DateReading ToInstant(DateParts parts, TimeZoneInfo defaultZone)
    {
        if (!Exists(parts))
            return Unreadable;
        var local = new DateTime(parts.Year, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, DateTimeKind.Unspecified)
            .AddTicks(parts.Ticks);
        TimeZoneInfo? named = null;
        if (parts.ZoneId is { } id && !TimeZoneInfo.TryFindSystemTimeZoneById(id, out named))
            return Unreadable;

        // A local time that a clock change skips or repeats takes the zone's standard offset.
        var offset = parts.Offset ?? (named ?? defaultZone).GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return Unreadable;
        return new DateReading
        {
            Instant = new DateTimeOffset(ticks, TimeSpan.Zero),
            Zone = parts.Offset is { } given ? OffsetName(given) : (named ?? defaultZone).Id,
            AssumedZone = parts.Offset is null && named is null,
        };
    }

    private static string OffsetName(TimeSpan offset) => offset == TimeSpan.Zero
        ? "UTC"
        : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
