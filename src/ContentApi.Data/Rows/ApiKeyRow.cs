namespace ContentApi.Data.Rows;

/// <summary>A key that lets its holder do more than the public may. Only its hash is stored.</summary>
public sealed class ApiKeyRow
{
    /// <summary>The part of the key that names it.</summary>
    public Guid Id { get; set; }

    /// <summary>Who or what holds it, for people.</summary>
    public required string Name { get; set; }

    /// <summary>READER, EDITOR or ADMIN.</summary>
    public required string Role { get; set; }

    /// <summary>SHA-256 of the secret part, 32 bytes. The secret has 256 random bits, so a slow hash would add nothing.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Last use, to the minute; null when it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Null while the key is good.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
