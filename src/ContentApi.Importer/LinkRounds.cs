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
            var again = stale.ToDictionary(x => state.Scan.IndexOf(x.FilePath), x => x.Id);
            await pipeline.RunAsync([.. again.Keys.Order()], place => PlanAgain(place, again[place]), state.Counts, ct);
        }
    }

    private PlannedFile PlanAgain(int place, Guid id)
    {
        var file = state.Scan.Articles[place];
        return state.Plan.FindAt(place) is { } read ? read with { MustRead = true } : new PlannedFile(place, file, id, new StoredFile(id, file.Path, ContentHash: ""), MustRead: true);
    }

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

    // What was read last has a note of what it was told, and the rest was read when it was as it is stored.
    private async Task AddMisledAsync(HashSet<(Guid Id, string FilePath)> stale, PathAssigner assigner, CancellationToken ct)
    {
        var found = new Dictionary<string, ArticleHead?>();
        var stored = await state.Current.ReadTouchedLinksAsync(ct);
        if (stored.Count > 0)
            stale.UnionWith(await FindMisledAsync(stored, assigner, found, ct));
        if (state.Counts.HasLinks)
            stale.UnionWith(await FindMisledAsync(assigner, found, ct));
        foreach (var (file, head) in found)
            paths.Correct(file, head);
    }

    // Of articles that stay.
    private async Task<IEnumerable<(Guid, string)>> FindMisledAsync(List<TouchedLink> links, PathAssigner assigner, Dictionary<string, ArticleHead?> found, CancellationToken ct)
    {
        foreach (var link in links)
            found[link.TargetFile] = null;
        foreach (var (id, filePath, head) in await state.Current.ReadHeadsAsync([.. found.Keys], ct))
            found[filePath] = head with { Path = assigner.Replaced.GetValueOrDefault(id, head.Path) };
        return links.Where(x => state.IsUnchanged(x.ArticlePath) && IsMisled(x, found[x.TargetFile])).Select(x => (x.ArticleId, x.ArticlePath));

        bool IsMisled(TouchedLink link, ArticleHead? now) =>
            now?.Path != link.TargetPath || (link.Syntax == LinkMapper.ShowsTitle && now is not null && IsRetitled(link.Target, now));
    }

    // Of articles that were read: there may be very many, and few that are.
    private async Task<List<(Guid, string)>> FindMisledAsync(PathAssigner assigner, Dictionary<string, ArticleHead?> found, CancellationToken ct)
    {
        var misled = new HashSet<Guid>();
        await foreach (var (article, file, isMoved, head) in state.Current.ReadDoubtfulLinksAsync(assigner.Replaced, ct))
        {
            if (!isMoved && (head is null || !IsRetitled(paths.Of(file), head)))
                continue;
            misled.Add(article);
            found[file] = head;
        }

        return misled.Count == 0 ? [] : await state.Current.ReadFilesAsync(misled, ct);
    }

    private bool IsRetitled(ArticleHead? told, ArticleHead now) => told is null || paths.TitleOf(told) != paths.TitleOf(now);
}
