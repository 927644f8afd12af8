namespace ContentApi.Server.Keys;

/// <summary>What is told of a key: all but its secret.</summary>
public sealed record ApiKey
{
    /// <summary>The part of the token that names the key: 22 letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>Who or what holds it.</summary>
    public required string Name { get; init; }

    /// <summary>What its holder may do.</summary>
    public required ApiKeyRole Role { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last use, to the minute; null when it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Null while the key is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
