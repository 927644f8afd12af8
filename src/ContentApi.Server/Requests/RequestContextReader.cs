using System.Diagnostics.CodeAnalysis;
using System.Net;
using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using ContentApi.Server.Keys;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Requests;

/// <summary>Finds out who asks, and under which address.</summary>
internal sealed class RequestContextReader(ServerOptions options, ApiKeyReader keys)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    private readonly string? _publicUrl = ReadPublicUrl(options.PublicUrl);

    /// <exception cref="ProblemException">The Host header is no host, or the Authorization header no key.</exception>
    public async Task<RequestContext> ReadAsync(HttpContext http) => new()
    {
        PublicBaseUrl = ReadBaseUrl(http),
        IsEditor = await keys.ReadAsync(http.Request, http.RequestAborted) is { } role
            ? role >= ApiKeyRole.Editor
            : options.LoopbackIsEditor && IsDirectFromThisMachine(http) && IsOfThisMachine(http),
    };

    /// <summary>Gives the address under which the caller reached the server, without a trailing slash.</summary>
    /// <exception cref="ProblemException">The Host header is no host.</exception>
    public string ReadBaseUrl(HttpContext http)
    {
        var origin = ReadOrigin(http);
        return _publicUrl ?? origin;
    }

    // Behind a proxy on this machine every caller comes from loopback.
    private static bool IsDirectFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !ProxyHeaders.Any(http.Request.Headers.ContainsKey);

    // A browser on this machine also runs pages of others. They give themselves away by Origin, or, when their name was
    // made to point here (DNS rebinding), by Host.
    private static bool IsOfThisMachine(HttpContext http) =>
        IsThisMachine(FindHost(http)) && (http.Request.Headers.Origin.Count == 0 || http.Request.Headers.Origin == ReadOrigin(http));

    private static bool IsThisMachine(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    // HTTP/1.0 has no Host header.
    private static HostString FindHost(HttpContext http) => http.Request.Host is { HasValue: true } given
        ? given
        : new HostString(new IPEndPoint(http.Connection.LocalIpAddress ?? IPAddress.Loopback, http.Connection.LocalPort).ToString());

    private static string ReadOrigin(HttpContext http) =>
        Uri.TryCreate($"{http.Request.Scheme}://{FindHost(http).Value}", UriKind.Absolute, out var origin) && origin.PathAndQuery == "/" && origin.UserInfo.Length == 0
            ? origin.GetLeftPart(UriPartial.Authority)
            : throw new ProblemException(Problem.BadRequest with { Detail = "The Host header is no host." });

    /// <summary>Gives the operator's address as it stands in answers.</summary>
    /// <exception cref="ArgumentException">It is no absolute http or https address.</exception>
    [return: NotNullIfNotNull(nameof(publicUrl))]
    public static string? ReadPublicUrl(string? publicUrl)
    {
        if (publicUrl is null)
            return null;
        return Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length + url.Fragment.Length == 0
            ? url.AbsoluteUri.TrimEnd('/')
            : throw new ArgumentException($"The public address '{publicUrl}' is no absolute http or https address.", nameof(publicUrl));
    }
}
