namespace ContentApi.Data.Rows;

/// <summary>
/// An author, shared by all sources. Address, description and portrait are chosen among all articles, hidden ones included:
/// a caller may be shown them only when an article that the caller sees says the same.
/// </summary>
public sealed class AuthorRow
{
    /// <summary>128-bit hash of the name's key.</summary>
    public Guid Id { get; set; }

    /// <summary>From the name; not unique.</summary>
    public required string Slug { get; set; }

    /// <summary>Ordinal-smallest spelling in use.</summary>
    public required string Name { get; set; }

    /// <summary>Ordinal-smallest address in use; null when there is none.</summary>
    public string? Url { get; set; }

    /// <summary>Ordinal-smallest description in use, plain text; null when there is none.</summary>
    public string? Bio { get; set; }

    /// <summary>Ordinal-smallest mail address in use; null when there is none.</summary>
    public string? Email { get; set; }

    /// <summary>Ordinal-smallest of what else is said of the author, a JSON object; null when there is none.</summary>
    public string? Params { get; set; }

    /// <summary>The portrait: of several the one with the ordinal-smallest address; null when there is none.</summary>
    public Guid? AvatarId { get; set; }

    /// <summary>How many articles it lists for good: those of <see cref="Data.ListedArticles.Condition"/>, published or not yet.</summary>
    public int ListedArticles { get; set; }

    /// <summary>The portrait.</summary>
    public ImageRow? Avatar { get; set; }
}
