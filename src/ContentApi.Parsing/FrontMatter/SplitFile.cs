namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// A file cut into its parts, as offsets into the text: lead, opening fence, front matter, closing fence, body follow each
/// other without a gap, so no character is lost. Fences include their line end.
/// </summary>
internal sealed record SplitFile
{
    public required FrontMatterFormat Format { get; init; }

    /// <summary>End of the blank lines before the opening fence.</summary>
    public int LeadEnd { get; init; }

    /// <summary>Equal to <see cref="LeadEnd"/> when there is no opening fence.</summary>
    public int OpenFenceEnd { get; init; }

    public int ContentEnd { get; init; }

    public int CloseFenceEnd { get; init; }

    /// <summary>1-based line of the first line of the front matter.</summary>
    public int ContentLine { get; init; } = 1;

    /// <summary>1-based line of the first line of the body.</summary>
    public int BodyLine { get; init; } = 1;

    /// <summary>Name of the format for a message; null unless it is one that is not read.</summary>
    public string? FormatName { get; init; }

    public bool HasOpenFence => OpenFenceEnd > LeadEnd;
}
