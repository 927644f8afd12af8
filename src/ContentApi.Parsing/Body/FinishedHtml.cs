namespace ContentApi.Parsing.Body;

/// <summary>What the last pass over a body's HTML gives.</summary>
internal sealed record FinishedHtml
{
    /// <summary>With an id on every heading and without comments.</summary>
    public required string Html { get; init; }

    public required string Text { get; init; }

    /// <summary>Where in it the text begins, as <see cref="StartMark"/> says.</summary>
    public required int TextStart { get; init; }

    /// <summary>The text from there to the first mark; null when there is no mark.</summary>
    public string? TextBeforeMark { get; init; }

    /// <summary>The first heading from there on that has words; null when there is none.</summary>
    public string? FirstHeading { get; init; }

    public required IReadOnlyList<TocEntry> TableOfContents { get; init; }
}
