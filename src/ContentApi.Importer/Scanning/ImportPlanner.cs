using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>Compares a folder as it is with its source as it is stored.</summary>
/// <param name="settings">The source.</param>
/// <param name="scan">The folder.</param>
/// <param name="stored">The source.</param>
/// <param name="stamps">Tell which files have changed; null when all are to be opened.</param>
/// <param name="paths">Know what new files ask for.</param>
internal sealed class ImportPlanner(ImportSettings settings, FolderScan scan, StoredSource stored, FileStamps? stamps, LinkPaths paths)
{
    private readonly Dictionary<int, StoredFile> _known = [];   // by place in the scan, but for untouched files
    private readonly bool[] _isUntouched = new bool[scan.Articles.Count];
    private readonly HashSet<Guid> _mustRead = [];
    private readonly List<StoredFile> _vanished = [];
    private int _storedCount;
    private bool _hasReturned;

    /// <param name="resolver">Finds articles whose images mean something else by now.</param>
    /// <param name="links">Finds articles whose links do.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task<ImportPlan> MakeAsync(ImageResolver resolver, LinkResolver links, CancellationToken ct)
    {
        var settingsChanged = stored.Row?.OptionsHash != settings.ToRow().OptionsHash;
        await foreach (var (file, stamp, parserVersion) in stored.ReadFilesAsync(ct))
            Compare(file, stamp, parserVersion, settingsChanged);
        var hasOtherFiles = _vanished.Count > 0 || scan.Articles.Count > _storedCount || _hasReturned;

        // What an address means depends on which files there are, and on nothing else.
        if (!settingsChanged && stored.Row?.ImageFilesHash != scan.HashImageFiles())
            await TakeStaleAsync(stored.ReadImageUsesAsync(ct), use => resolver.Resolve(use.ArticlePath, use.Address) is var target && (target.Id != use.ImageId || target.File?.Path != use.ImagePath));
        if (!settingsChanged && hasOtherFiles)
            await TakeStaleAsync(stored.ReadLinksAsync(ct), link => links.Find(link.ArticlePath, link.Syntax, link.Address) != link.TargetFile);

        var renamed = await FindRenamedAsync(ct);
        var salts = _storedCount == 0 ? [] : await FindSaltsAsync([.. NewFiles().Where(i => !renamed.ContainsKey(i)).Select(i => scan.Articles[i].Path)], ct);
        return new ImportPlan
        {
            Places = Enumerable.Range(0, scan.Articles.Count).Where(i => !_isUntouched[i]).ToArray(),
            FileAt = place => MakeFile(place, renamed, salts),
            Vanished = [.. _vanished.Except(renamed.Values)],
            StoredCount = _storedCount,
        };
    }

    private void Compare(StoredFile file, Guid? stamp, int parserVersion, bool settingsChanged)
    {
        _storedCount++;
        var index = scan.IndexOf(file.FilePath);
        if (index < 0)
        {
            _vanished.Add(file);
            return;
        }

        _hasReturned |= parserVersion == RememberedFiles.Gone;
        var mustRead = settingsChanged || parserVersion != ArticleParser.Version;
        if (!mustRead && stamp is not null && stamps?.Of(scan.Articles[index]) == stamp)
        {
            _isUntouched[index] = true;
            return;
        }

        _known[index] = file;
        if (mustRead)
            _mustRead.Add(file.Id);
    }

    private async Task TakeStaleAsync<T>(IAsyncEnumerable<T> uses, Func<T, bool> isStale)
        where T : IStoredUse
    {
        await foreach (var use in uses)
        {
            var index = scan.IndexOf(use.ArticlePath);
            if (index < 0 || !isStale(use))
                continue;
            _isUntouched[index] = false;
            _known.TryAdd(index, new StoredFile(use.ArticleId, use.ArticlePath, ContentHash: ""));
            _mustRead.Add(use.ArticleId);
        }
    }

    private PlannedFile MakeFile(int place, Dictionary<int, StoredFile> renamed, Dictionary<string, int> salts)
    {
        var file = scan.Articles[place];
        if (_known.GetValueOrDefault(place) is { } known)
            return new PlannedFile(place, file, known.Id, known, _mustRead.Contains(known.Id));
        if (renamed.GetValueOrDefault(place) is { } moved)
            return new PlannedFile(place, file, moved.Id, moved, MustRead: true);
        return new PlannedFile(place, file, NaturalKey.Article(settings.SourceName, file.Path, salts.GetValueOrDefault(file.Path)), Stored: null, MustRead: true);
    }

    // The id of a path may still belong to an article that has moved away from it.
    private async Task<Dictionary<string, int>> FindSaltsAsync(List<string> paths, CancellationToken ct)
    {
        var salts = new Dictionary<string, int>();
        for (var salt = 0; paths.Count > 0; salt++)
        {
            var ids = paths.ToDictionary(path => NaturalKey.Article(settings.SourceName, path, salt));
            var taken = await stored.FindTakenAsync([.. ids.Keys], ct);
            paths = [.. taken.Select(id => ids[id])];
            foreach (var path in paths)
                salts[path] = salt + 1;
        }

        return salts;
    }

    private IEnumerable<int> NewFiles() => Enumerable.Range(0, scan.Articles.Count).Where(i => !_isUntouched[i] && !_known.ContainsKey(i));

    // A file that is gone and a new one with the same bytes, each the only one with them, are one that moved. So are two of which the
    // new one asks for the address that the other one had: readers know an article by its address.
    private async Task<Dictionary<int, StoredFile>> FindRenamedAsync(CancellationToken ct)
    {
        // What lies in a folder that could not be read is perhaps still there.
        var closed = scan.ClosedFolders;
        var movable = _vanished.Where(x => !closed.Any(folder => x.FilePath.StartsWith(folder, StringComparison.Ordinal))).ToHashSet();
        if (movable.Count == 0)
            return [];
        var added = NewFiles().AsParallel().WithCancellation(ct).Select(i => (Index: i, Hash: ArticleFile.TryHash(scan.Articles[i]), Asked: paths.AskedBy(scan.Articles[i])?.Path)).ToList();
        var gone = Unique(_vanished, x => x.ContentHash);
        var renamed = Unique(added.Where(x => x.Hash is not null), x => x.Hash!)
            .Where(x => gone.TryGetValue(x.Key, out var file) && movable.Contains(file))
            .ToDictionary(x => x.Value.Index, x => gone[x.Key]);

        var addresses = await stored.ReadPathsAsync(movable.Except(renamed.Values).Select(x => x.Id), ct);
        var left = movable.Where(x => addresses.ContainsKey(x.Id)).ToDictionary(x => addresses[x.Id]);
        foreach (var (path, item) in Unique(added.Where(x => x.Asked is not null && !renamed.ContainsKey(x.Index)), x => x.Asked!))
        {
            if (left.GetValueOrDefault(path) is { } moved)
                renamed.Add(item.Index, moved);
        }

        return renamed;
    }

    private static Dictionary<string, T> Unique<T>(IEnumerable<T> items, Func<T, string> key) =>
        items.GroupBy(key).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First());
}
