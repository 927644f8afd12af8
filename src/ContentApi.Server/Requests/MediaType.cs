namespace ContentApi.Server.Requests;

/// <summary>Media types of answers to <c>/graphql</c>.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Html = "text/html";
}
