namespace ContentApi.Server.Keys;

/// <summary>What the holder of a key may do; each may do all that those before it may (contract C2).</summary>
public enum ApiKeyRole
{
    /// <summary>Sees what the public sees, under a name.</summary>
    Reader,

    /// <summary>May also preview, and read what imports found.</summary>
    Editor,

    /// <summary>The most that there is.</summary>
    Admin,
}
