using ContentApi.Importer.Planning;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;
using ContentApi.Parsing.Diagnostics;
using Npgsql;

namespace ContentApi.Importer;

/// <summary>One run over one source, with the lock held.</summary>
internal sealed class ImportRun(TimeProvider clock, ImportOptions options, ImportSettings settings, NpgsqlConnection connection)
{
    // From here on the planner's idea of the tables is worth a second of refreshing.
    private const int AnalyzeFrom = 1_000;

    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly long _started = clock.GetTimestamp();

    public async Task<ImportReport> ImportAsync(IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var scanning = ScanAsync(ct);   // while the tables are taken
        await using var load = await FirstLoad.TryBeginAsync(connection, _startedAt, ct);
        var prepared = await PrepareAsync(scanning, loadsDirectly: load is not null, progress, ct);
        return await (load is null ? MergeAsync(prepared, plan: null, ct) : FinishAsync(load, prepared, ct));
    }

    /// <param name="store">True keeps the plan in the database.</param>
    /// <param name="progress">Told after every file.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task<PlannedImport> PlanAsync(bool store, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var prepared = await PrepareAsync(ScanAsync(ct), loadsDirectly: false, progress, ct);
        var changes = await ReadChangesAsync(prepared, ct);
        prepared.Run.Version = await ContentMerge.ReadVersionAsync(connection, ct);
        var report = await ReportAsync(prepared, ct);
        var findings = await NewFindings.ReadAsync(connection, settings.SourceId, report.NewDiagnostics, changes, ct);
        var planned = new PlannedImport { Id = store ? prepared.Run.Id : null, Report = report, Changes = changes, NewFindings = findings };
        if (store)
            await ImportPlans.AddAsync(connection, planned, options, settings, _startedAt, ct);
        return planned;
    }

    /// <exception cref="ImportRefusedException">The import would do something else than the plan says.</exception>
    public async Task<ImportReport> ApplyAsync(StoredPlan plan, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var prepared = await PrepareAsync(ScanAsync(ct), loadsDirectly: false, progress, ct);
        if ((await ReadChangesAsync(prepared, ct)).Hash != plan.ChangesHash)
        {
            throw new ImportRefusedException(
                $"Files of '{settings.SourceName}', or what is stored of them, have changed since the plan {plan.Id} was made; nothing was imported. Make another one with contentapi plan.");
        }

        return await MergeAsync(prepared, plan.Id, ct);
    }

    private Task<FolderScan> ScanAsync(CancellationToken ct) => Task.Run(() => FolderScanner.ScanOrRefuse(settings, ct), ct);

    private Task<PreparedImport> PrepareAsync(Task<FolderScan> scanning, bool loadsDirectly, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        new ImportPreparation(options, settings, connection, _startedAt).RunAsync(scanning, loadsDirectly, progress, ct);

    private Task<ImportChanges> ReadChangesAsync(PreparedImport prepared, CancellationToken ct) => new ChangeReader(connection).ReadAsync(
        prepared.ChangedImages.Select(x => x.FilePath!),
        [prepared.Source.Name, prepared.Source.Address, prepared.Source.Dialect, prepared.Source.OptionsHash, prepared.Source.Title, prepared.Source.Url],
        ct);

    private async Task<ImportReport> FinishAsync(FirstLoad load, PreparedImport prepared, CancellationToken ct)
    {
        prepared.Run.Version = await load.FinishAsync(MergeOf(prepared), ct);
        await ImportUndo.RecordFindingsAsync(connection, prepared.Run.Id, settings.SourceId, prepared.Findings.Outdated, ct);
        await WriteRunAsync(prepared, ct);
        return await CommitAsync(load.CommitAsync, prepared, ct);
    }

    private async Task<ImportReport> MergeAsync(PreparedImport prepared, Guid? plan, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (prepared.ChangesContent)
        {
            prepared.Run.Version = await ContentMerge.RunAsync(connection, MergeOf(prepared), ct);
            await ImportUndo.RecordFindingsAsync(connection, prepared.Run.Id, settings.SourceId, prepared.Findings.Outdated, ct);
        }
        else
        {
            // The same content may lie in another folder of the cache, because it is of another commit.
            await connection.ExecuteAsync("update source set root = $2 where id = $1 and root <> $2", ct, settings.SourceId, settings.Root);
            prepared.Run.Version = await ContentMerge.ReadVersionAsync(connection, ct);
        }

        await WriteRunAsync(prepared, ct);
        if (plan is { } applied)
            await ImportPlans.RemoveAsync(connection, applied, ct);
        return await CommitAsync(transaction.CommitAsync, prepared, ct);
    }

    private MergeInput MergeOf(PreparedImport prepared) => new() { RunId = prepared.Run.Id, Source = prepared.Source, At = _startedAt };

    private async Task WriteRunAsync(PreparedImport prepared, CancellationToken ct)
    {
        prepared.Run.FinishedAt = clock.GetUtcNow();
        await ContentMerge.WriteRunAsync(connection, prepared.Run, ct);
        await DiagnosticMerge.RunAsync(connection, settings.SourceId, prepared.Findings.Outdated, ct);
        await prepared.Files.WriteAsync(connection, ct);
    }

    // Once the server is told to commit nothing may say that the import was not done, so what else can fail comes before, or does not matter.
    private async Task<ImportReport> CommitAsync(Func<CancellationToken, Task> commit, PreparedImport prepared, CancellationToken ct)
    {
        var report = await ReportAsync(prepared, ct);
        await commit(CancellationToken.None);
        if (prepared.State.Counts.Staged + prepared.Removed.Count >= AnalyzeFrom)
            await PlannerStatistics.RefreshAsync(connection, ct);
        return report with { Elapsed = clock.GetElapsedTime(_started) };
    }

    private async Task<ImportReport> ReportAsync(PreparedImport prepared, CancellationToken ct)
    {
        var found = prepared.Findings.All.Select(x => x.Diagnostic).ToList();
        var earlier = await DiagnosticMerge.ReadEarlierAsync(connection, prepared.Run, prepared.Findings.Outdated, ct);
        return Report(prepared, found, earlier);
    }

    private ImportReport Report(PreparedImport prepared, IReadOnlyList<Diagnostic> found, IReadOnlyList<Diagnostic> earlier) => new()
    {
        Source = settings.SourceName,
        Folder = settings.Root,
        Address = settings.Source.Address.Text,
        Dialect = settings.Dialect.Dialect.ToString().ToLowerInvariant(),
        DialectReason = settings.Dialect.Reason,
        Encoding = settings.Encoding,
        Created = prepared.Run.Created,
        Updated = prepared.Run.Updated,
        Unchanged = prepared.Run.Unchanged,
        Removed = prepared.Run.Removed,
        Renamed = prepared.Run.Renamed,
        Failed = prepared.Run.Failed,
        Skipped = prepared.Run.Skipped,
        ContentVersion = prepared.Run.Version,
        Elapsed = clock.GetElapsedTime(_started),
        Files = prepared.State.Scan.Articles.Count,
        Gone = prepared.State.Plan.Vanished.Count(x => !prepared.Removed.Contains(x.Id)),
        Diagnostics = ByPlace(found.Union(earlier)),
        NewDiagnostics = ByPlace(found),
    };

    private static IReadOnlyList<Diagnostic> ByPlace(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(x => x.Path, StringComparer.Ordinal).ThenBy(x => x.Line).ThenBy(x => x.Column)];
}
