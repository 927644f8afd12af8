namespace ContentApi.Data.Rows;

/// <summary>An author, shared by all sources.</summary>
public sealed class AuthorRow
{
    /// <summary>128-bit hash of the name's key.</summary>
    public Guid Id { get; set; }

    /// <summary>From the name; not unique.</summary>
    public required string Slug { get; set; }

    /// <summary>Ordinal-smallest spelling in use.</summary>
    public required string Name { get; set; }

    /// <summary>Ordinal-smallest address that an article gives; null when none does.</summary>
    public string? Url { get; set; }
}
