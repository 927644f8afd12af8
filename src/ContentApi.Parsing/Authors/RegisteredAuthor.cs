namespace ContentApi.Parsing.Authors;

/// <summary>A person of a registry.</summary>
public sealed record RegisteredAuthor
{
    /// <summary>The word by which articles name the person.</summary>
    public required string Key { get; init; }

    /// <summary>Display name, never empty; the key when the registry gives none.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute http(s) address; null when none is given.</summary>
    public string? Url { get; init; }

    /// <summary>Address of a portrait; null when none is given.</summary>
    public string? AvatarAddress { get; init; }

    /// <summary>Plain text of at most 2,000 UTF-16 units; null when none is given.</summary>
    public string? Bio { get; init; }

    /// <summary>Mail address as written; null when none is given.</summary>
    public string? Email { get; init; }

    /// <summary>A JSON object of what else is said of the person, without mail addresses and passwords; null when nothing is.</summary>
    public string? ParamsJson { get; init; }

    /// <summary>The file that tells of the person, as the reader was given it.</summary>
    public required string FilePath { get; init; }

    /// <summary>1-based line of the entry.</summary>
    public int Line { get; init; } = 1;

    /// <summary>1-based column of the entry, in UTF-16 units.</summary>
    public int Column { get; init; } = 1;
}
