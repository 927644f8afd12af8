namespace ContentApi.Parsing.FrontMatter;

/// <summary>What the date reader made of one text.</summary>
internal sealed record DateReading
{
    /// <summary>UTC; null when the text is no date, or one that could mean two days.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>The day as it is written, in whatever zone; null when no day is.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>True when the text has a time.</summary>
    public bool HasTime { get; init; }

    /// <summary>IANA zone or offset that was applied.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>True when the text has no offset.</summary>
    public bool AssumedZone { get; init; }

    /// <summary>True when the text means two different days and nothing decides.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>What had to be inferred to read it; null when it says everything.</summary>
    public string? Inferred { get; init; }
}
