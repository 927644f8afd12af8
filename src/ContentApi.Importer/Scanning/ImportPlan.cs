using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer.Scanning;

/// <summary>Which article each file is, decided before any file is parsed.</summary>
internal sealed class ImportPlan
{
    private ImportPlan(IReadOnlyList<PlannedFile> files, IReadOnlyList<StoredArticle> vanished)
    {
        Files = files;
        Vanished = vanished;
    }

    /// <summary>In ordinal order of their paths.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>Articles without a file.</summary>
    public IReadOnlyList<StoredArticle> Vanished { get; }

    /// <param name="settings">The source.</param>
    /// <param name="scan">The folder as it is.</param>
    /// <param name="stored">The source as it was.</param>
    /// <param name="resolver">Finds articles whose images mean something else by now.</param>
    /// <param name="links">Finds articles whose links do.</param>
    public static ImportPlan Make(ImportSettings settings, FolderScan scan, StoredSource stored, ImageResolver resolver, LinkResolver links)
    {
        var readAll = stored.Row?.OptionsHash != settings.ToRow().OptionsHash;
        var stale = stored.ImageUses.Where(use => IsStale(use, resolver)).Select(use => use.ArticleId)
            .Concat(stored.Links.Where(link => links.Find(link.ArticlePath, link.Syntax, link.Address) != link.TargetFile).Select(link => link.ArticleId))
            .ToHashSet();
        var present = scan.Articles.Select(x => x.Path).ToHashSet();
        var vanished = stored.Articles.Values.Where(x => !present.Contains(x.FilePath)).ToList();
        var renamed = scan.IsComplete ? FindRenamed(scan, stored, vanished) : [];

        var ids = stored.Articles.Values.Select(x => x.Id).ToHashSet();
        var files = new List<PlannedFile>(scan.Articles.Count);
        foreach (var file in scan.Articles)
        {
            if (stored.Articles.GetValueOrDefault(file.Path) is { } known)
                files.Add(new PlannedFile(file, known.Id, known, readAll || stale.Contains(known.Id)));
            else if (renamed.GetValueOrDefault(file.Path) is { } moved)
                files.Add(new PlannedFile(file, moved.Id, moved, MustRead: true));
            else
                files.Add(new PlannedFile(file, NewId(settings.SourceName, file.Path, ids), null, MustRead: true));
        }

        return new ImportPlan(files, [.. vanished.Except(renamed.Values)]);
    }

    private static bool IsStale(StoredImageUse use, ImageResolver resolver)
    {
        var target = resolver.Resolve(use.ArticlePath, use.Address);
        return target.Id != use.ImageId || target.File?.Path != use.ImagePath;
    }

    // The id of a path may still belong to an article that has moved away from it.
    private static Guid NewId(string source, string path, HashSet<Guid> taken)
    {
        var salt = 0;
        Guid id;
        do
            id = NaturalKey.Article(source, path, salt++);
        while (!taken.Add(id));
        return id;
    }

    // A file that is gone and a new one with the same bytes, each the only one with them, are one that moved.
    private static Dictionary<string, StoredArticle> FindRenamed(FolderScan scan, StoredSource stored, List<StoredArticle> vanished)
    {
        if (vanished.Count == 0)
            return [];
        var gone = Unique(vanished, x => x.ContentHash);
        var added = scan.Articles.Where(x => !stored.Articles.ContainsKey(x.Path)).AsParallel().Select(x => (x.Path, Hash: ArticleFile.TryHash(x))).ToList();
        return Unique(added.Where(x => x.Hash is not null), x => x.Hash!)
            .Where(x => gone.ContainsKey(x.Key))
            .ToDictionary(x => x.Value.Path, x => gone[x.Key]);
    }

    private static Dictionary<string, T> Unique<T>(IEnumerable<T> items, Func<T, string> key) =>
        items.GroupBy(key).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First());
}
