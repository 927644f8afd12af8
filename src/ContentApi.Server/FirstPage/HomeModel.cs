namespace ContentApi.Server.FirstPage;

/// <summary>Everything the page shows.</summary>
public sealed record HomeModel
{
    /// <summary>What the public sees of the content.</summary>
    public required FirstPageAnswer Content { get; init; }

    /// <summary>Null for callers who may not know.</summary>
    public required ImportsAnswer? Imports { get; init; }

    /// <summary>Absolute address of the GraphQL endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The folder that is watched for content; null when none is, or for callers who may not know.</summary>
    public required string? Folder { get; init; }

    /// <summary>The time zone of dates.</summary>
    public string TimeZone => Content.Site.TimeZone;
}
