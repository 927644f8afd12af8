using System.Globalization;

namespace ContentApi.Server.FirstPage;

/// <summary>Numbers and dates as the page writes them: in English, dates in the zone of the site.</summary>
internal static class PageFormat
{
    /// <summary>With commas between thousands.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>1 article</c>, <c>2 articles</c>.</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>Such as <c>5 Apr 2026</c>.</summary>
    public static string Day(DateTimeOffset instant, string timeZone) => In(instant, timeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>5 April 2026, 16:20</c>.</summary>
    public static string Minute(DateTimeOffset instant, string timeZone) => In(instant, timeZone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For the attribute <c>datetime</c>.</summary>
    public static string Machine(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>An attribute of an SVG element.</summary>
    public static string Length(double length) => length.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>412 ms</c> or <c>1.3 s</c>.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds < 1
        ? $"{Number((long)time.TotalMilliseconds)} ms"
        : $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    // The importer has checked the name, maybe on a machine that knows more zones.
    private static DateTimeOffset In(DateTimeOffset instant, string timeZone)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
            return TimeZoneInfo.ConvertTime(instant, zone);
        return TimeSpan.TryParse(timeZone.TrimStart('+'), CultureInfo.InvariantCulture, out var offset) ? instant.ToOffset(offset) : instant.ToUniversalTime();
    }
}
