using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>What a run knows when its files have been planned.</summary>
internal sealed record ImportState
{
    public required ImportSettings Settings { get; init; }
    public required StoredSource Stored { get; init; }
    public required FolderScan Scan { get; init; }
    public required ImportPlan Plan { get; init; }
    public required ImageResolver Images { get; init; }
    public required CurrentArticles Current { get; init; }
    public ImportCounts Counts { get; } = new();

    /// <summary>True for a file whose article stays as it is.</summary>
    public bool IsUnchanged(string path) => Counts.ResultOf(path) is { } result ? result == FileResult.Unchanged : Plan.IsUntouched(path);

    /// <summary>True for a file that gives an article.</summary>
    public bool GivesArticle(string path) => Counts.ResultOf(path) is { } result ? result is not (FileResult.Failed or FileResult.Skipped) : Plan.IsUntouched(path);
}
