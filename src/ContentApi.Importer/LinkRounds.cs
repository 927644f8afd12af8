using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;

namespace ContentApi.Importer;

/// <summary>
/// Reads articles again until each has the path it may have and every link leads to its target: what a file asks for is not
/// always what it gets, and an article that stays as it is may link to one that has moved, or ask for a path that is free by now.
/// </summary>
internal sealed class LinkRounds(ImportState state, LinkPaths paths, FilePipeline pipeline, Staging staging)
{
    // Files that stay as they are need two or three. Those that do not, and titles that show each other, would need ever more.
    private const int MaxRounds = 20;

    /// <param name="ct">Ends the run early.</param>
    /// <returns>The paths of all articles.</returns>
    public async Task<PathAssigner> RunAsync(CancellationToken ct)
    {
        var displaced = await FindDisplacedAsync(ct);

        for (var round = 1; ; round++)
        {
            var waiting = displaced.Where(x => state.IsUnchanged(x.Article.FilePath)).ToList();
            var assigner = await PathAssigner.AssignAsync(state.Current, waiting.Select(x => x.Asked), ct);
            var stale = waiting.Where(x => !assigner.Displaces(x.Article, x.Asked)).DistinctBy(x => x.Asked).Select(x => (x.Article.Id, x.Article.FilePath)).ToHashSet();
            await AddMisledAsync(stale, assigner, ct);
            if (stale.Count == 0 || round > MaxRounds)
            {
                state.Counts.AddUnsettled(stale.Select(x => x.Id));
                if (round > 1)
                    await staging.RemoveUnusedAsync(ct);
                return assigner;
            }

            await staging.RemoveAsync([.. stale.Select(x => x.Id)], ct);
            await pipeline.RunAsync([.. stale.Select(x => PlanAgain(x.Id, x.FilePath)).OrderBy(x => x.File.Path, StringComparer.Ordinal)], state.Counts, ct);
        }
    }

    private PlannedFile PlanAgain(Guid id, string path) =>
        state.Plan.FindRead(path) is { } read ? read with { MustRead = true } : new PlannedFile(state.Scan.Articles[state.Scan.IndexOf(path)], id, new StoredFile(id, path, ContentHash: ""), MustRead: true);

    // Articles that keep another path than the one they ask for, in the order of their files.
    private async Task<List<(PathClaim Article, string Asked)>> FindDisplacedAsync(CancellationToken ct)
    {
        var found = new List<(PathClaim, string)>();
        foreach (var article in (await state.Current.ReadDisplacedAsync(ct)).Where(x => state.IsUnchanged(x.FilePath)).OrderBy(x => x.FilePath, StringComparer.Ordinal))
        {
            if (paths.AskedBy(state.Scan.Articles[state.Scan.IndexOf(article.FilePath)])?.Path is { } asked && asked != article.Path)
                found.Add((article, asked));
        }

        return found;
    }

    // All that was read last was told the same of a target, and the rest was read when it was as it is stored.
    private async Task AddMisledAsync(HashSet<(Guid Id, string FilePath)> stale, PathAssigner assigner, CancellationToken ct)
    {
        var stored = await state.Current.ReadTouchedLinksAsync(ct);
        if (state.Counts.Linking.Count == 0 && stored.Count == 0)
            return;
        var targets = state.Counts.Linking.SelectMany(x => x.Links).Select(x => x.TargetFile).Concat(stored.Select(x => x.TargetFile)).ToHashSet();
        var assigned = targets.ToDictionary(x => x, _ => (ArticleHead?)null);
        foreach (var (id, filePath, head) in await state.Current.ReadHeadsAsync(targets, ct))
            assigned[filePath] = head with { Path = assigner.Replaced.GetValueOrDefault(id, head.Path) };

        stale.UnionWith(state.Counts.Linking.Where(x => x.Links.Any(IsMisled)).Select(x => (x.Id, x.FilePath)));
        stale.UnionWith(stored.Where(x => state.IsUnchanged(x.ArticlePath) && (IsMoved(x.TargetFile, x.TargetPath) || IsRetitled(x))).Select(x => (x.ArticleId, x.ArticlePath)));
        paths.Assign(assigned);

        bool IsMoved(string file, string? path) => assigned[file]?.Path != path;

        bool IsMisled(StagedLink link) => IsMoved(link.TargetFile, link.TargetPath)
            || (link.ShowsTitle && assigned[link.TargetFile] is { } head && (paths.Of(link.TargetFile) is not { } told || paths.TitleOf(told) != paths.TitleOf(head)));

        bool IsRetitled(TouchedLink link) =>
            LinkMapper.ShowsTitle(link.Syntax) && assigned[link.TargetFile] is { } head && (link.Target is not { } told || paths.TitleOf(told) != paths.TitleOf(head));
    }
}
