using System.Buffers;

namespace ContentApi.Parsing.Body;

/// <summary>What may be an address in served HTML.</summary>
internal static class WebAddress
{
    /// <summary>Longest address that is kept as one.</summary>
    public const int MaxLength = 2048;

    private const string Pathname = "pathname:///";

    // Of one label of a host.
    private const int MaxPlainHost = 63;

    private static readonly SearchValues<char> PlainHost = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly SearchValues<char> PlainPath = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    // Labels that are empty, begin or end with a hyphen, or are encoded.
    private static readonly SearchValues<string> Doubled = SearchValues.Create(["..", ".-", "-.", "--"], StringComparison.Ordinal);

    private static readonly string[] LinkSchemes = ["http", "https", "mailto", "tel", "ftp"];

    /// <summary>True for relative addresses and those of a scheme that only leads somewhere.</summary>
    public static bool IsSafeLink(string address) => SchemeOf(address) is not { } scheme || LinkSchemes.Contains(scheme);

    /// <summary>True for relative addresses, http, https, and pictures written out as data.</summary>
    public static bool IsSafeImage(string address) => SchemeOf(address) switch
    {
        null or "http" or "https" => true,
        "data" => Strip(address).StartsWith("data:image/", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>True for what <see cref="IsSafeImage"/> lets pass and a client can ask for: an address on the web has a host, unless template code is to give it.</summary>
    public static bool IsImage(string address) => SchemeOf(address) is "http" or "https"
        ? address.Length > MaxLength || IsHttp(address) || TemplateAddress.IsTemplate(address)
        : IsSafeImage(address);

    /// <summary>What all spellings of an address on the web have in common: lower-cased host, no default port, the rest percent-encoded. Any other address is its own.</summary>
    public static string IdentityOf(string address) => !IsPlainHttp(address) && IsHttp(address) ? new Uri(address).AbsoluteUri : address;

    /// <summary>True for an absolute http(s) address that is not too long.</summary>
    public static bool IsHttp(string address) => address.Length <= MaxLength
        && (IsPlainHttp(address) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"));

    /// <summary>
    /// True for addresses of the usual characters, which <see cref="Uri"/> takes and writes as they are: a name of a host that is no
    /// number, no port, and a path without dots before a name. Any other has to be asked for there, which takes a microsecond.
    /// </summary>
    internal static bool IsPlainHttp(ReadOnlySpan<char> address)
    {
        if (!address.StartsWith("http"))
            return false;
        var rest = address["http".Length..];
        rest = rest is ['s', ..] ? rest[1..] : rest;
        if (!rest.StartsWith("://"))
            return false;
        rest = rest["://".Length..];
        var slash = rest.IndexOf('/');
        if (slash is <= 0 or > MaxPlainHost)
            return false;
        var host = rest[..slash];
        var path = rest[slash..];
        return char.IsAsciiLetterLower(host[0]) && char.IsAsciiLetterLower(host[^1]) && !host.ContainsAnyExcept(PlainHost) && !path.ContainsAnyExcept(PlainPath)
            && char.IsAsciiLetterLower(host[host.LastIndexOf('.') + 1]) && !host.ContainsAny(Doubled) && !path.Contains("/.", StringComparison.Ordinal);
    }

    /// <summary>Lower-cased scheme as a browser sees it; null for a relative address.</summary>
    public static string? SchemeOf(string address)
    {
        if (address.StartsWith("https:", StringComparison.Ordinal))
            return "https";
        if (!address.Contains(':'))
            return null;
        var stripped = Strip(address);
        var colon = stripped.IndexOf(':');
        if (colon <= 0 || stripped.AsSpan(0, colon).IndexOfAny("/?#{") >= 0)
            return null;
        return stripped[..colon].ToLowerInvariant();
    }

    /// <summary>An address that begins with <c>//</c> takes https.</summary>
    public static string WithScheme(string address) => address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;

    /// <summary>The path of Docusaurus' <c>pathname:///a.pdf</c>, which is no page of the site; null for any other address.</summary>
    public static string? WithoutPathname(string address) =>
        address.StartsWith(Pathname, StringComparison.Ordinal) && !address.StartsWith($"{Pathname}/", StringComparison.Ordinal) ? address[(Pathname.Length - 1)..] : null;

    // Browsers drop control characters and blanks before they look for the scheme (URL standard, 4.4).
    private static string Strip(string address) =>
        address.AsSpan().IndexOfAnyInRange('\0', ' ') < 0 ? address : string.Concat(address.Where(c => c > ' '));
}
