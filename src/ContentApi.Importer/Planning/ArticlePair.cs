namespace ContentApi.Importer.Planning;

/// <summary>An article as it is staged, and as it is stored.</summary>
internal sealed record ArticlePair
{
    public required Guid Id { get; init; }
    public required string FilePath { get; init; }
    public required string ContentHash { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }

    /// <summary>The stored one's file; null when there is none.</summary>
    public required string? FormerFilePath { get; init; }

    /// <summary>The stored one's hash; null when there is none.</summary>
    public required string? FormerContentHash { get; init; }

    /// <summary>The file of another article that takes the stored one's address; null when none does.</summary>
    public required string? TakenBy { get; init; }
    public required bool HtmlDiffers { get; init; }

    /// <summary>Null when the texts are the same.</summary>
    public required string? RawBefore { get; init; }

    /// <summary>Null when the texts are the same.</summary>
    public required string? RawAfter { get; init; }

    /// <summary>Null for a new article.</summary>
    public required ArticleSide? Before { get; init; }

    public required ArticleSide After { get; init; }
    public required string HtmlHash { get; init; }
}
