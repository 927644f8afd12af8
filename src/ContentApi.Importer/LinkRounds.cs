using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;

namespace ContentApi.Importer;

/// <summary>
/// Reads articles again until each has the path it may have and every link leads to its target: what a file asks for is not
/// always what it gets, and an article that stays as it is may link to one that has moved, or ask for a path that is free by now.
/// </summary>
internal sealed class LinkRounds(ImportPlan plan, StoredSource stored, LinkPaths paths, FileReader reader, Staging staging)
{
    // The text of such a link may be the title of its target.
    private static readonly string ShowingTitles = LinkMapper.NameOf(LinkSyntax.Post);

    private readonly ILookup<Guid, StoredLink> _storedLinks = stored.Links.ToLookup(x => x.ArticleId);

    /// <param name="counts">What was read; is brought up to date.</param>
    /// <param name="removed">Articles that go.</param>
    /// <param name="ct">Ends the run early.</param>
    /// <returns>The paths of all articles.</returns>
    public async Task<PathAssigner> RunAsync(ImportCounts counts, IReadOnlyCollection<Guid> removed, CancellationToken ct)
    {
        var displaced = FindDisplaced(counts);

        // Reading an article again changes no path but perhaps its own, and only the first time: the rounds end.
        while (true)
        {
            var staged = counts.Staged;
            var replaced = staged.Select(x => x.Id).Concat(removed).ToHashSet();
            var kept = stored.Articles.Values.Where(x => !replaced.Contains(x.Id)).ToList();
            var assigner = PathAssigner.Assign(kept, counts.Before, staged);
            var stale = displaced.Where(x => !replaced.Contains(x.Article.Id) && !assigner.Displaces(x.Article, x.Asked)).DistinctBy(x => x.Asked).Select(x => x.Article.Id).ToHashSet();
            if (_storedLinks.Count > 0 || staged.Exists(x => x.Links.Count > 0))
            {
                var assigned = kept.ToDictionary(x => x.FilePath, x => x.Head);
                foreach (var article in staged)
                    assigned[article.FilePath] = article.Head with { Path = assigner.Replaced.GetValueOrDefault(article.Id, article.Path) };
                stale.UnionWith(FindMisled(counts, assigned));
                paths.Assign(assigned);
            }

            if (stale.Count == 0)
                return assigner;
            await staging.RemoveAsync([.. stale], ct);
            await new FilePipeline(reader, staging, progress: null).RunAsync([.. plan.Files.Where(x => stale.Contains(x.Id)).Select(x => x with { MustRead = true })], counts, ct);
        }
    }

    // Articles that keep another path than the one they ask for, in the order of their files.
    private List<(StoredArticle Article, string Asked)> FindDisplaced(ImportCounts counts)
    {
        var found = new List<(StoredArticle, string)>();
        foreach (var file in counts.Files.Where(x => x.Result == FileResult.Unchanged && PathAssigner.MayBeDisplaced(x.Planned.Stored!)).OrderBy(x => x.Planned.File.Path, StringComparer.Ordinal))
        {
            var article = file.Planned.Stored!;
            if (paths.AskedBy(file.Planned)?.Path is { } asked && asked != article.Path)
                found.Add((article, asked));
        }

        return found;
    }

    private IEnumerable<Guid> FindMisled(ImportCounts counts, Dictionary<string, ArticleHead> assigned)
    {
        return counts.Files.Where(IsMisled).Select(x => x.Planned.Id);

        bool IsMisled(FileRecord file) => file switch
        {
            { Staged: { } staged } => staged.Links.Any(x => IsMoved(x.TargetFilePath, x.TargetPath, x.Syntax)),
            { Result: FileResult.Unchanged } => _storedLinks[file.Planned.Id].Any(x => IsMoved(x.TargetFile, x.TargetPath, LinkMapper.NameOf(x.Syntax))),
            _ => false,
        };

        // All that was read last was told the same of a target, and the rest was read when it was as it is stored.
        bool IsMoved(string? file, string? path, string syntax)
        {
            if (file is null)
                return false;
            var head = assigned.GetValueOrDefault(file);
            return head?.Path != path || (syntax == ShowingTitles && head is not null && (paths.Of(file) is not { } told || paths.TitleOf(told) != paths.TitleOf(head)));
        }
    }
}
