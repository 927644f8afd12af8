using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Caching;

/// <summary>
/// The tags of an answer as caches in front read them: <c>Surrogate-Key</c> with blanks between (Fastly, Varnish), <c>Cache-Tag</c> with commas (Cloudflare,
/// Akamai, Netlify).
/// </summary>
/// <param name="SurrogateKey">Value of the one.</param>
/// <param name="CacheTag">Value of the other.</param>
internal sealed record CacheTagHeaders(string SurrogateKey, string CacheTag)
{
    // What the strictest of them takes.
    private const int MaximumBytes = 2048;

    /// <summary>Gives the headers; when they would be too long, single objects give way to their types.</summary>
    public static CacheTagHeaders Of(IReadOnlyList<string> tags)
    {
        var fitting = tags.Sum(tag => tag.Length + 1) <= MaximumBytes
            ? tags
            : [.. tags.Select(tag => tag.Split(':')[0]).Distinct(StringComparer.Ordinal)];
        return new CacheTagHeaders(string.Join(' ', fitting), string.Join(',', fitting));
    }

    /// <summary>Adds them to an answer.</summary>
    public void AddTo(IHeaderDictionary headers)
    {
        if (SurrogateKey.Length == 0)
            return;
        headers["Surrogate-Key"] = SurrogateKey;
        headers["Cache-Tag"] = CacheTag;
    }
}
