namespace ContentApi.Server.Caching;

/// <summary>A time during which every public answer stays what it is.</summary>
/// <param name="Version">Version of the content.</param>
/// <param name="Since">The last instant that changed what is public: an article was published or expired. The earliest date there is when there was none.</param>
/// <param name="Until">The next such instant; null when none is known.</param>
internal sealed record ContentSnapshot(long Version, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>True until the next article is published or expires.</summary>
    public bool HoldsAt(DateTimeOffset now) => Until is not { } end || now < end;
}
