using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ContentApi.Server.Requests;

/// <summary>Content negotiation by coding (RFC 9110, section 12.5.3).</summary>
internal static class AcceptEncodingHeader
{
    /// <summary>Chooses the coding that the client likes best; of several, the one with the smallest result.</summary>
    public static ContentCoding Choose(HttpRequest request)
    {
        var header = request.Headers.AcceptEncoding;
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList(header, out var accepted))
            return ContentCoding.Identity;
        var brotli = Quality(accepted, Name(ContentCoding.Brotli)!) ?? 0;
        var gzip = Quality(accepted, Name(ContentCoding.Gzip)!) ?? 0;
        var identity = Quality(accepted, "identity") ?? double.Epsilon;
        if (brotli >= gzip)
            return brotli > 0 && brotli >= identity ? ContentCoding.Brotli : ContentCoding.Identity;
        return gzip >= identity ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    /// <summary>Gives the coding's name in headers; null when it has none.</summary>
    public static string? Name(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    private static double? Quality(IList<StringWithQualityHeaderValue> accepted, string name)
    {
        double? any = null;
        foreach (var value in accepted)
        {
            if (value.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value.Quality ?? 1;
            if (value.Value.Equals("*", StringComparison.Ordinal))
                any = value.Quality ?? 1;
        }

        return any;
    }
}
