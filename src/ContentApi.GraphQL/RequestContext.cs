namespace ContentApi.GraphQL;

/// <summary>What a request's answer depends on besides its document.</summary>
public sealed record RequestContext
{
    /// <summary>Scheme and authority without a trailing slash (<c>http://127.0.0.1:8080</c>), put before the paths of local images.</summary>
    public required string PublicBaseUrl { get; init; }

    /// <summary>True for editors: they may give <c>preview: true</c> and read what <c>@authorize(policy: "editor")</c> guards.</summary>
    public bool IsEditor { get; init; }
}
