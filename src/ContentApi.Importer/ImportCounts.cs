using ContentApi.Importer.Scanning;

namespace ContentApi.Importer;

/// <summary>What the files of a run gave, but for the rows. A file that is read again counts once, as it was read last.</summary>
internal sealed class ImportCounts(FolderScan scan)
{
    private readonly FileResult?[] _results = new FileResult?[scan.Articles.Count];   // by place in the scan
    private readonly Dictionary<string, IReadOnlyList<Finding>> _findings = [];
    private readonly Dictionary<int, Guid> _kept = [];   // by place in the scan
    private readonly HashSet<Guid> _unsettled = [];

    /// <summary>What was found in the files.</summary>
    public IEnumerable<Finding> Findings => _findings.Values.SelectMany(x => x);

    /// <summary>True when an article in the staging tables may link to another.</summary>
    public bool HasLinks { get; private set; }

    /// <summary>Articles whose file gives none any more.</summary>
    public IEnumerable<Guid> Emptied => _kept.Where(x => _results[x.Key] == FileResult.Skipped).Select(x => x.Value);

    /// <summary>Articles that are not what their files give: these gave none, or could not be read, or changed whenever they were.</summary>
    public IEnumerable<Guid> Unread => _kept.Values.Concat(_unsettled);

    /// <summary>Articles in the staging tables.</summary>
    public int Staged => this[FileResult.Created] + this[FileResult.Updated] + this[FileResult.Renamed];

    public int this[FileResult result] => _results.Count(x => x == result);

    /// <summary>What a file gave; null when it was not read.</summary>
    /// <param name="place">Its place in the scan.</param>
    public FileResult? ResultAt(int place) => _results[place];

    public void Add(FileOutcome outcome)
    {
        var planned = outcome.Planned;
        _results[planned.Place] = outcome.Result;
        _findings.Remove(planned.File.Path);
        if (outcome.Findings.Count > 0)
            _findings.Add(planned.File.Path, outcome.Findings);
        HasLinks |= outcome.HasLinks;
        _kept.Remove(planned.Place);
        if (outcome is { Result: FileResult.Skipped or FileResult.Failed, Planned.Stored: { } stored })
            _kept.Add(planned.Place, stored.Id);
    }

    /// <summary>Takes articles that would have to be read once more, and are not in this run.</summary>
    public void AddUnsettled(IEnumerable<Guid> articles) => _unsettled.UnionWith(articles);
}
