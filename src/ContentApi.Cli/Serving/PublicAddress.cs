using ContentApi.Cli.Arguments;

namespace ContentApi.Cli.Serving;

/// <summary>Reads the address under which clients reach a server that a proxy stands before.</summary>
internal static class PublicAddress
{
    /// <exception cref="CommandFault">It is no absolute http or https address, or has a query or a fragment.</exception>
    public static string Read(GivenValue given) =>
        Uri.TryCreate(given.Text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length + url.Fragment.Length == 0
            ? given.Text
            : throw given.IsNot("an http or https address such as https://api.example.org");
}
