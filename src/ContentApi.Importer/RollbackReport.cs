namespace ContentApi.Importer;

/// <summary>What a rollback did.</summary>
public sealed record RollbackReport
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The import that was undone.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>When that import began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Articles that it had made; they are gone.</summary>
    public required int Removed { get; init; }

    /// <summary>Articles that it had changed, moved or removed; they are as they were.</summary>
    public required int Restored { get; init; }

    /// <summary>Content version after the rollback: a new one, for what readers see has changed.</summary>
    public required long ContentVersion { get; init; }
}
