using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// A file cut into its parts, as offsets into the text: lead, opening fence, front matter, closing fence, body follow each
/// other without a gap, so no character is lost. Fences include their line end.
/// </summary>
internal sealed record SplitFile
{
    /// <summary>A file that is all body.</summary>
    public static readonly SplitFile None = new();

    /// <summary>Language of the front matter; null when there is none.</summary>
    public MetaFormat? Format { get; init; }

    /// <summary>False when what opens the front matter has no counterpart; it then extends to the end of the text.</summary>
    public bool IsClosed { get; init; }

    /// <summary>End of the blank lines before the front matter.</summary>
    public int LeadEnd { get; init; }

    /// <summary>Equal to <see cref="LeadEnd"/> when there is no opening fence; braces of JSON are no fence.</summary>
    public int OpenFenceEnd { get; init; }

    public int ContentEnd { get; init; }

    public int CloseFenceEnd { get; init; }

    /// <summary>Where the front matter begins, its opening fence included.</summary>
    public Place Start { get; init; } = Place.Start;

    /// <summary>Where the text between the fences begins.</summary>
    public Place Content { get; init; } = Place.Start;

    /// <summary>1-based line of the first character of the body.</summary>
    public int BodyLine { get; init; } = 1;

    public bool HasOpenFence => OpenFenceEnd > LeadEnd;
}
