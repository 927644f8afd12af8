using ContentApi.Importer.Planning;
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
        var prepared = await PrepareAsync(progress, ct);
        await CommitAsync(prepared, plan: null, ct);
        return await ReportAsync(prepared, ct);
    }

    /// <param name="store">True keeps the plan in the database.</param>
    /// <param name="progress">Told after every file.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task<PlannedImport> PlanAsync(bool store, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var prepared = await PrepareAsync(progress, ct);
        var changes = await ReadChangesAsync(prepared, ct);
        prepared.Run.Version = await ContentMerge.ReadVersionAsync(connection, ct);
        var planned = new PlannedImport { Id = store ? prepared.Run.Id : null, Report = await ReportAsync(prepared, ct), Changes = changes };
        if (store)
            await ImportPlans.AddAsync(connection, planned, options, settings, _startedAt, ct);
        return planned;
    }

    /// <exception cref="ImportRefusedException">The import would do something else than the plan says.</exception>
    public async Task<ImportReport> ApplyAsync(StoredPlan plan, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var prepared = await PrepareAsync(progress, ct);
        if ((await ReadChangesAsync(prepared, ct)).Hash != plan.ChangesHash)
        {
            throw new ImportRefusedException(
                $"Files of '{settings.SourceName}', or what is stored of them, have changed since the plan {plan.Id} was made; nothing was imported. Make another one with contentapi plan.");
        }

        await CommitAsync(prepared, plan.Id, ct);
        return await ReportAsync(prepared, ct);
    }

    private Task<PreparedImport> PrepareAsync(IProgress<ImportProgress>? progress, CancellationToken ct) =>
        new ImportPreparation(options, settings, connection, _startedAt).RunAsync(progress, ct);

    private Task<ImportChanges> ReadChangesAsync(PreparedImport prepared, CancellationToken ct) => new ChangeReader(connection).ReadAsync(
        [.. prepared.ChangedImages.Select(x => (x.FilePath!, x.ContentHash!))],
        [prepared.Source.Name, prepared.Source.Root, prepared.Source.Dialect, prepared.Source.OptionsHash],
        ct);

    private async Task CommitAsync(PreparedImport prepared, Guid? plan, CancellationToken ct)
    {
        var run = prepared.Run;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (prepared.ChangesContent)
        {
            run.Version = await ContentMerge.RunAsync(connection, transaction, new MergeInput { RunId = run.Id, Source = prepared.Source, At = _startedAt }, ct);
            await ImportUndo.RecordFindingsAsync(connection, run.Id, settings.SourceId, prepared.Findings.Outdated, ct);
        }
        else
        {
            run.Version = await ContentMerge.ReadVersionAsync(connection, ct);
        }

        run.FinishedAt = clock.GetUtcNow();
        await ContentMerge.WriteRunAsync(connection, transaction, run, ct);
        await DiagnosticMerge.RunAsync(connection, transaction, settings.SourceId, prepared.Findings.Outdated, ct);
        if (plan is { } applied)
            await ImportPlans.RemoveAsync(connection, applied, ct);
        await transaction.CommitAsync(ct);
        if (prepared.State.Counts.Staged + prepared.Removed.Count >= AnalyzeFrom)
            await ContentMerge.AnalyzeAsync(connection, ct);
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
