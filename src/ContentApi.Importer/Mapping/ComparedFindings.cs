using ContentApi.Data.Rows;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Mapping;

/// <summary>What a run found by comparing files, beside what is stored of earlier runs: a file that stays as it is keeps those that still hold.</summary>
internal sealed class ComparedFindings
{
    private readonly IReadOnlyDictionary<Guid, string> _stored;
    private readonly List<(Diagnostic Finding, DiagnosticRow Row)> _new = [];
    private readonly HashSet<Guid> _known = [];

    /// <param name="run">That made the findings.</param>
    /// <param name="stored">Messages of the stored ones, by their keys.</param>
    /// <param name="isUnchanged">True for a file whose article stays as it is.</param>
    /// <param name="all">Of the source as it is now.</param>
    public ComparedFindings(ImportRunRow run, IReadOnlyDictionary<Guid, string> stored, Func<string, bool> isUnchanged, IEnumerable<Diagnostic> all)
    {
        _stored = stored;
        foreach (var finding in all)
        {
            var row = DiagnosticMapper.MapCompared(run, finding);
            if (isUnchanged(finding.Path) && stored.GetValueOrDefault(row.Id) == row.Message)
                _known.Add(row.Id);
            else
                _new.Add((finding, row));
        }
    }

    /// <summary>Those that are not stored.</summary>
    public IEnumerable<Finding> New => _new.Select(x => new Finding(x.Finding));

    /// <summary>Rows of <see cref="New"/>.</summary>
    public IEnumerable<DiagnosticRow> Rows => _new.Select(x => x.Row);

    /// <summary>Keys of the stored ones that hold no more.</summary>
    public IReadOnlyCollection<Guid> Outdated => [.. _stored.Keys.Where(x => !_known.Contains(x))];
}
