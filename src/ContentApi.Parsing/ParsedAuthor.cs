namespace ContentApi.Parsing;

/// <summary>An author as the file names one, with what the source's registry adds.</summary>
/// <param name="Name">Trimmed display name, never empty.</param>
/// <param name="Url">Absolute http(s) address; null when none is given.</param>
/// <param name="AvatarAddress">Address of a portrait as written; null when none is given.</param>
/// <param name="Bio">Plain text of at most 2,000 UTF-16 units; null when none is given.</param>
/// <param name="Email">Mail address as written, at most 254 UTF-16 units; null when none is given.</param>
/// <param name="ParamsJson">A JSON object of what else is said of the author, without mail addresses and passwords; null when nothing is.</param>
public sealed record ParsedAuthor(string Name, string? Url = null, string? AvatarAddress = null, string? Bio = null, string? Email = null, string? ParamsJson = null)
{
    /// <summary>1-based line of the address of the portrait in the file; 1 when it is not there.</summary>
    public int AvatarLine { get; init; } = 1;

    /// <summary>1-based column of the address of the portrait in the file, in UTF-16 units; 1 when it is not there.</summary>
    public int AvatarColumn { get; init; } = 1;
}
