using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ContentApi.Server.Requests;

/// <summary>Content negotiation by media type (RFC 9110, section 12.5.1).</summary>
internal static class AcceptHeader
{
    /// <summary>
    /// Chooses the offer that the client likes best: by quality, then the one named more exactly, then the one named first.
    /// </summary>
    /// <returns>The first offer when the client states no wish; null when it accepts none.</returns>
    public static string? Choose(HttpRequest request, params ReadOnlySpan<string> offers)
    {
        var accept = request.Headers.Accept;
        if (accept.All(string.IsNullOrWhiteSpace))
            return offers[0];

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;

        string? best = null;
        var bestRank = default((double Quality, int Precision, int Order));
        foreach (var offer in offers)
        {
            var rank = Rank(ranges, offer);
            if (rank.Quality > 0 && rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = (offer, rank);
            }
        }

        return best;
    }

    // The most precise range decides about an offer, whatever its quality: "application/json;q=0, */*" refuses JSON.
    private static (double Quality, int Precision, int Order) Rank(IList<MediaTypeHeaderValue> ranges, string offer)
    {
        var rank = default((double Quality, int Precision, int Order));
        for (var i = 0; i < ranges.Count; i++)
        {
            var precision = Precision(ranges[i], offer);
            if (precision > rank.Precision)
            {
                rank = (ranges[i].Quality ?? 1, precision, -i);
            }
        }

        return rank;
    }

    private static int Precision(MediaTypeHeaderValue range, string offer)
    {
        if (!MediaType.IsUtf8(range))
            return 0;
        if (range.MatchesAllTypes)
            return 1;
        if (range.MatchesAllSubTypes)
            return new StringSegment(offer).StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(offer, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}
