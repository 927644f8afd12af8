using ContentApi.Cli.Arguments;

namespace ContentApi.Cli.Serving;

/// <summary>Reads the origins whose pages may read answers (CORS).</summary>
internal static class CorsOrigins
{
    /// <param name="given">Origins with <c>;</c> between them.</param>
    /// <exception cref="CommandFault">One of them is no origin: scheme, host and port, and nothing behind them.</exception>
    public static IReadOnlyList<string> Read(GivenValue given)
    {
        var origins = given.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return origins.Length > 0 && origins.All(IsOrigin) ? origins : throw given.IsNot("origins such as https://example.org, with ';' between them");
    }

    // Browsers send an origin as GetLeftPart writes it, and it is compared as text.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.GetLeftPart(UriPartial.Authority) == text;
}
