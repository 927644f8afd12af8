using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer;

/// <summary>What a run found, and which stored findings hold no more.</summary>
internal sealed class RunFindings
{
    private RunFindings(IReadOnlyList<Finding> all, IReadOnlyList<DiagnosticRow> rows, OutdatedFindings outdated) => (All, Rows, Outdated) = (all, rows, outdated);

    /// <summary>What this run found.</summary>
    public IReadOnlyList<Finding> All { get; }

    /// <summary>Those of <see cref="All"/> that are not stored yet.</summary>
    public IReadOnlyList<DiagnosticRow> Rows { get; }

    /// <summary>Stored findings that go.</summary>
    public OutdatedFindings Outdated { get; }

    public static async Task<RunFindings> CollectAsync(ImportState state, ImportRunRow run, PathAssigner paths, IReadOnlyCollection<Guid> removed, CancellationToken ct)
    {
        List<Finding> findings = [.. FindingsOfFolder(state), .. state.Counts.Findings];

        // Of a file that was not read again, all that was found in it is stored already.
        var rows = DiagnosticMapper.Map(run, findings.Where(x => !state.IsUnchanged(x.Diagnostic.Path))).ToList();
        var compared = await CompareAsync(state, run, paths, ct);
        findings.AddRange(compared.New);

        var outdated = FindOutdated(state, await state.Stored.ReadDiagnosedPathsAsync(ct), removed).Concat(rows.Select(x => x.Path)).ToHashSet();
        rows.AddRange(compared.Rows);
        return new RunFindings(findings, rows, new OutdatedFindings(outdated, compared.Outdated));
    }

    private static async Task<ComparedFindings> CompareAsync(ImportState state, ImportRunRow run, PathAssigner paths, CancellationToken ct)
    {
        var displaced = paths.Diagnostics.Select(x => x.Path).ToHashSet();   // has the slug of who has its path, of course
        var slugs = (await state.Current.ReadSharedSlugsAsync(ct)).Where(x => state.GivesArticle(x.FilePath) && !displaced.Contains(x.FilePath));
        return new ComparedFindings(run, await state.Stored.ReadComparedAsync(ct), state.IsUnchanged, paths.Diagnostics.Concat(SlugFindings.Find(slugs)));
    }

    // What is about no article file is found out anew by every run.
    private static List<Finding> FindingsOfFolder(ImportState state)
    {
        var settings = state.Settings;
        var portraits = settings.Authors.Registry.People
            .Where(x => x.AvatarAddress is { } address && !TemplateAddress.IsTemplate(address) && state.Images.Resolve("", address).Kind == ImageTargetKind.Missing)
            .Select(x => new Diagnostic(
                DiagnosticCode.MissingImage,
                DiagnosticSeverity.Warning,
                x.FilePath,
                x.Line,
                x.Column,
                $"'{x.AvatarAddress}', the portrait of '{x.Key}', is no readable image file of this folder; the address is kept as written."));
        return [.. settings.Site.Findings, .. settings.Defaults.Findings, .. settings.Authors.Findings, .. state.Scan.Diagnostics.Concat(portraits).Select(x => new Finding(x))];
    }

    // Findings hold as long as their file is unchanged, or keeps its article although it is out of sight.
    private static IEnumerable<string> FindOutdated(ImportState state, IEnumerable<string> diagnosed, IReadOnlyCollection<Guid> removed)
    {
        var surviving = state.Plan.Vanished.Where(x => !removed.Contains(x.Id)).Select(x => x.FilePath).ToHashSet();
        var closed = state.Scan.ClosedFolders;
        return diagnosed.Where(path =>
            !state.IsUnchanged(path) && !surviving.Contains(path) && !closed.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)));
    }
}
