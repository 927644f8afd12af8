namespace ContentApi.Data;

/// <summary>The channel of the database (NOTIFY, LISTEN) on which servers are told of changes.</summary>
public static class ContentChannel
{
    /// <summary>Name of the channel; what is told is the new content version, when it is committed.</summary>
    public const string Name = "contentapi_version";
}
