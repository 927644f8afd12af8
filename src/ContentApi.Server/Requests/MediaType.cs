using Microsoft.Net.Http.Headers;

namespace ContentApi.Server.Requests;

/// <summary>Media types that clients choose from.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Html = "text/html";
    public const string PlainText = "text/plain";

    /// <summary>True when the type names no other encoding than the one that these have.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
