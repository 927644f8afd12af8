using ContentApi.Importer.Mapping;

namespace ContentApi.Importer;

/// <summary>What the files of a run gave, but for the rows. A file that is read again counts once, as it was read last.</summary>
internal sealed class ImportCounts
{
    private readonly Dictionary<string, FileResult> _results = [];
    private readonly Dictionary<string, IReadOnlyList<Finding>> _findings = [];
    private readonly Dictionary<string, StagedArticle> _linking = [];
    private readonly Dictionary<string, Guid> _kept = [];
    private readonly HashSet<Guid> _unsettled = [];

    /// <summary>What was found in the files.</summary>
    public IEnumerable<Finding> Findings => _findings.Values.SelectMany(x => x);

    /// <summary>Articles in the staging tables that link to others.</summary>
    public IReadOnlyCollection<StagedArticle> Linking => _linking.Values;

    /// <summary>Articles whose file gives none any more.</summary>
    public IEnumerable<Guid> Emptied => _kept.Where(x => _results[x.Key] == FileResult.Skipped).Select(x => x.Value);

    /// <summary>Articles that are not what their files give: these gave none, or could not be read, or changed whenever they were.</summary>
    public IEnumerable<Guid> Unread => _kept.Values.Concat(_unsettled);

    /// <summary>Articles in the staging tables.</summary>
    public int Staged => this[FileResult.Created] + this[FileResult.Updated] + this[FileResult.Renamed];

    public int this[FileResult result] => _results.Values.Count(x => x == result);

    /// <summary>What a file gave; null when it was not read.</summary>
    public FileResult? ResultOf(string path) => _results.TryGetValue(path, out var result) ? result : null;

    public void Add(FileOutcome outcome)
    {
        var path = outcome.Planned.File.Path;
        _results[path] = outcome.Result;
        _findings.Remove(path);
        if (outcome.Findings.Count > 0)
            _findings.Add(path, outcome.Findings);
        _linking.Remove(path);
        if (LinkMapper.ToStaged(outcome.Links) is { Count: > 0 } links)
            _linking.Add(path, new StagedArticle(outcome.Planned.Id, path, links));
        _kept.Remove(path);
        if (outcome is { Result: FileResult.Skipped or FileResult.Failed, Planned.Stored: { } stored })
            _kept.Add(path, stored.Id);
    }

    /// <summary>Takes articles that would have to be read once more, and are not in this run.</summary>
    public void AddUnsettled(IEnumerable<Guid> articles) => _unsettled.UnionWith(articles);
}
