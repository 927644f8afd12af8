using System.Globalization;

namespace ContentApi.Server.Caching;

/// <summary>How long others may keep an answer (RFC 9111, section 5.2; RFC 5861).</summary>
internal static class CacheControl
{
    /// <summary>Nobody keeps it.</summary>
    public const string NoStore = "no-store";

    /// <summary>Nobody keeps it, and it is for one caller.</summary>
    public const string Private = "private, no-store";

    // Clients ask every time, which costs them a 304. Caches in front keep it for a minute, unless its tags are purged, and give it once more while they ask.
    private const int SharedSeconds = 60;
    private const int StaleSeconds = 60;

    private static readonly string Longest = Public(SharedSeconds, StaleSeconds);

    /// <summary>Gives the value for a public answer: in no cache beyond the next publication or expiry.</summary>
    public static string Of(ContentSnapshot snapshot, DateTimeOffset now)
    {
        if (snapshot.Until is not { } until || until - now > TimeSpan.FromSeconds(SharedSeconds + StaleSeconds))
            return Longest;
        var left = Math.Max(0, (int)Math.Floor((until - now).TotalSeconds));
        var shared = Math.Min(SharedSeconds, left);
        return Public(shared, Math.Min(StaleSeconds, left - shared));
    }

    private static string Public(int shared, int stale) =>
        string.Create(CultureInfo.InvariantCulture, $"public, max-age=0, s-maxage={shared}, stale-while-revalidate={stale}");
}
