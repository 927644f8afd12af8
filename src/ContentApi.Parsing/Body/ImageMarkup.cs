using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>An image as a body writes it.</summary>
internal sealed record ImageMarkup
{
    public required Place Place { get; init; }

    /// <summary>The <c>src</c>; null when there is none.</summary>
    public string? Source { get; init; }

    /// <summary>The address of a lazy-loading attribute; null when there is none.</summary>
    public string? Lazy { get; init; }

    /// <summary>Target of the link around the image; null when there is none.</summary>
    public string? Href { get; init; }

    public string? Alt { get; init; }

    public string? Title { get; init; }
}
