using ContentApi.Data.Rows;

namespace ContentApi.Importer.Writing;

/// <summary>What a merge does beyond the staged rows and the articles that go.</summary>
internal sealed record MergeInput
{
    /// <summary>The import, which can be undone afterwards.</summary>
    public required Guid RunId { get; init; }

    public required SourceRow Source { get; init; }

    public required DateTimeOffset At { get; init; }
}
