namespace ContentApi.Server.Freezing;

/// <summary>What a freeze did; with findings nothing was written.</summary>
public sealed record FreezeReport
{
    /// <summary>Documents with queries.</summary>
    public required int Documents { get; init; }

    /// <summary>Answers; each is in two files.</summary>
    public required long Answers { get; init; }

    /// <summary>Files that were written.</summary>
    public required long Files { get; init; }

    /// <summary>Bytes of all files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Version of the content that every answer was made from.</summary>
    public required long ContentVersion { get; init; }

    /// <summary>When the next article is published or expires, and answers may be others; null when none is known.</summary>
    public required DateTimeOffset? CurrentUntil { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What has no answers to be frozen.</summary>
    public required IReadOnlyList<FreezeFinding> Skipped { get; init; }

    /// <summary>What is wrong with documents and sets of variables.</summary>
    public required IReadOnlyList<FreezeFinding> Findings { get; init; }

    internal static FreezeReport Of(FreezePlan plan) => new()
    {
        Documents = plan.Documents.Count,
        Answers = 0,
        Files = 0,
        Bytes = 0,
        ContentVersion = 0,
        CurrentUntil = null,
        Elapsed = TimeSpan.Zero,
        Skipped = plan.Skipped,
        Findings = plan.Findings,
    };
}
