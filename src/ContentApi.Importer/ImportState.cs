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
    public ImportCounts Counts => field ??= new ImportCounts(Scan);

    /// <summary>True for a file whose article stays as it is.</summary>
    public bool IsUnchanged(string path) => Scan.IndexOf(path) is >= 0 and var place && Counts.ResultAt(place) is null or FileResult.Unchanged;

    /// <summary>True for a file that gives an article.</summary>
    public bool GivesArticle(string path) => Scan.IndexOf(path) is >= 0 and var place && Counts.ResultAt(place) is not (FileResult.Failed or FileResult.Skipped);

    /// <summary>Files that were opened and give what they gave.</summary>
    public IEnumerable<PlannedFile> OpenedUnchanged => Plan.Places.Where(x => Counts.ResultAt(x) == FileResult.Unchanged).Select(Plan.FileAt);
}
