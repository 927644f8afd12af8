using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>What the files of a run gave, but for the rows.</summary>
internal sealed class ImportCounts
{
    private readonly int[] _counts = new int[Enum.GetValues<FileResult>().Length];

    public List<Finding> Findings { get; } = [];

    /// <summary>Files whose findings of an earlier run still hold.</summary>
    public HashSet<string> Unchanged { get; } = [];

    /// <summary>Articles whose rows are in the staging tables.</summary>
    public List<StagedArticle> Staged { get; } = [];

    /// <summary>What those articles were before, by id.</summary>
    public Dictionary<Guid, StoredArticle> Before { get; } = [];

    /// <summary>Articles whose file holds nothing any more.</summary>
    public List<StoredArticle> Emptied { get; } = [];

    public int this[FileResult result] => _counts[(int)result];

    public void Add(FileOutcome outcome)
    {
        _counts[(int)outcome.Result]++;
        Findings.AddRange(outcome.Findings);
        if (outcome.Result == FileResult.Unchanged)
            Unchanged.Add(outcome.Planned.File.Path);
        var stored = outcome.Planned.Stored;
        if (outcome.Rows is { Article: var article })
        {
            Staged.Add(new StagedArticle(article.Id, article.FilePath, article.Path, article.Slug));
            if (stored is not null)
                Before.Add(stored.Id, stored);
        }
        else if (stored is not null && outcome.Result == FileResult.Skipped)
        {
            Emptied.Add(stored);
        }
    }
}
