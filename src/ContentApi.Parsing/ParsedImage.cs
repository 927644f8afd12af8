namespace ContentApi.Parsing;

/// <summary>One image address of an article, with everything the article says about it.</summary>
public sealed record ParsedImage
{
    /// <summary>
    /// The address as written, lazy-loading attributes resolved; one that begins with <c>//</c> takes <c>https:</c>, as it
    /// could not be fetched otherwise. At most 2,048 characters. Identity within the article.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>All roles, in the order of the enum, without duplicates; never empty.</summary>
    public required IReadOnlyList<ImageRole> Roles { get; init; }

    /// <summary>First non-empty alternative text; null when none is given.</summary>
    public string? Alt { get; init; }

    /// <summary>First non-empty title; null when none is given.</summary>
    public string? Title { get; init; }

    /// <summary>Address of the smaller picture that links to this one; null when there is none.</summary>
    public string? ThumbnailAddress { get; init; }

    /// <summary>1-based line in the file where the address stands first.</summary>
    public int Line { get; init; } = 1;

    /// <summary>1-based column, in UTF-16 units.</summary>
    public int Column { get; init; } = 1;
}
