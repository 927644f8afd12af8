using ContentApi.Data.Rows;

namespace ContentApi.Importer.Writing;

/// <summary>What a merge does beyond the staged rows.</summary>
internal sealed record MergeInput
{
    public required SourceRow Source { get; init; }

    /// <summary>Articles that go.</summary>
    public required IReadOnlyList<Guid> Removed { get; init; }

    /// <summary>Staged articles that get another path than the one they ask for.</summary>
    public required IReadOnlyDictionary<Guid, string> Paths { get; init; }

    public required DateTimeOffset At { get; init; }
}
