namespace ContentApi.Parsing.Body;

/// <summary>What the last pass over a body's HTML gives.</summary>
internal sealed record FinishedHtml
{
    /// <summary>With an id on every heading and without comments.</summary>
    public required string Html { get; init; }

    public required string Text { get; init; }

    /// <summary>The text before the first mark; null when there is no mark.</summary>
    public string? TextBeforeMark { get; init; }

    public required IReadOnlyList<TocEntry> TableOfContents { get; init; }
}
