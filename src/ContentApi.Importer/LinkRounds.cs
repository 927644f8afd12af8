using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>
/// Reads articles again until every link leads to the path that its target has: what a file asks for is not always what it
/// gets, and an article that stays as it is may link to one that has moved.
/// </summary>
internal sealed class LinkRounds(ImportPlan plan, StoredSource stored, LinkPaths paths, FileReader reader, Staging staging)
{
    private readonly ILookup<Guid, StoredLink> _storedLinks = stored.Links.ToLookup(x => x.ArticleId);

    /// <param name="counts">What was read; is brought up to date.</param>
    /// <param name="removed">Articles that go.</param>
    /// <param name="ct">Ends the run early.</param>
    /// <returns>The paths of all articles.</returns>
    public async Task<PathAssigner> RunAsync(ImportCounts counts, IReadOnlyCollection<Guid> removed, CancellationToken ct)
    {
        // Reading an article again changes no path but perhaps its own, and only the first time: the rounds end.
        while (true)
        {
            var staged = counts.Staged;
            var replaced = staged.Select(x => x.Id).Concat(removed).ToHashSet();
            var kept = stored.Articles.Values.Where(x => !replaced.Contains(x.Id)).ToList();
            var assigner = PathAssigner.Assign(kept, counts.Before, staged);
            if (_storedLinks.Count == 0 && staged.TrueForAll(x => x.Links.Count == 0))
                return assigner;

            var assigned = kept.ToDictionary(x => x.FilePath, x => x.Path);
            foreach (var article in staged)
                assigned[article.FilePath] = assigner.Replaced.GetValueOrDefault(article.Id, article.Path);
            var stale = FindStale(counts, assigned);
            if (stale.Count == 0)
                return assigner;
            paths.Assign(assigned);
            await staging.RemoveAsync([.. stale.Select(x => x.Id)], ct);
            await new FilePipeline(reader, staging, progress: null).RunAsync(stale, counts, ct);
        }
    }

    private List<PlannedFile> FindStale(ImportCounts counts, Dictionary<string, string> assigned)
    {
        var ids = counts.Files.Where(IsStale).Select(x => x.Planned.Id).ToHashSet();
        return [.. plan.Files.Where(x => ids.Contains(x.Id)).Select(x => x with { MustRead = true })];

        bool IsStale(FileRecord file) => file switch
        {
            { Staged: { } staged } => staged.Links.Any(x => IsMoved(x.TargetFilePath, x.TargetPath)),
            { Result: FileResult.Unchanged } => _storedLinks[file.Planned.Id].Any(x => IsMoved(x.TargetFile, x.TargetPath)),
            _ => false,
        };

        bool IsMoved(string? file, string? path) => file is not null && assigned.GetValueOrDefault(file) != path;
    }
}
