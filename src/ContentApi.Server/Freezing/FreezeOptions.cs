namespace ContentApi.Server.Freezing;

/// <summary>What is to be frozen, and where to.</summary>
public sealed record FreezeOptions
{
    /// <summary>Npgsql connection string of a migrated database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Folder of the trusted documents and of their sets of variables.</summary>
    public required string DocumentFolder { get; init; }

    /// <summary>The folder that is written: it becomes the root of a host of files.</summary>
    public required string TargetFolder { get; init; }

    /// <summary>Absolute http(s) address under which clients reach pictures; null when no answer has any.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Decides what is published.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
