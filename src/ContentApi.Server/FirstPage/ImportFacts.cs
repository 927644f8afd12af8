using System.Text.Json.Serialization;

namespace ContentApi.Server.FirstPage;

/// <summary>A run of the importer over one source.</summary>
public sealed record ImportFacts
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Start.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Content version after the run.</summary>
    public required long Version { get; init; }

    /// <summary>Articles that are new.</summary>
    public required int Created { get; init; }

    /// <summary>Articles whose file changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Articles whose file is the same.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Articles whose file is gone.</summary>
    public required int Removed { get; init; }

    /// <summary>Articles whose file moved.</summary>
    public required int Renamed { get; init; }

    /// <summary>Files that hold nothing to import.</summary>
    public required int Skipped { get; init; }

    /// <summary>Files with errors.</summary>
    public required int Failed { get; init; }

    /// <summary>Numbers by what became of the files.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Outcome, int Files)> Counts =>
    [
        ("created", Created),
        ("updated", Updated),
        ("unchanged", Unchanged),
        ("renamed", Renamed),
        ("removed", Removed),
        ("skipped", Skipped),
        ("failed", Failed),
    ];
}
