using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;
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

    public async Task<ImportReport> RunAsync(IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var stored = await StoredSource.ReadAsync(connection, settings, ct);
        EnsureSameFolder(stored.Row);
        EnsureSameName(stored);
        var scan = FolderScanner.ScanOrRefuse(settings, ct);
        var stamps = new FileStamps(_startedAt, settings.TrustsTimes, settings.BlobIds);
        var images = new ImageResolver(settings, scan.Images);
        var links = new LinkResolver(settings, scan.Articles);
        var paths = new LinkPaths(settings.ToParseOptions(), scan, _startedAt);
        var planner = new ImportPlanner(settings, scan, stored, options.Checksum ? null : stamps, paths);
        var plan = await planner.MakeAsync(images, links, ct);
        if (scan.Articles.Count == 0 && !(options.ForcePrune && plan.StoredCount > 0))
            throw new ImportRefusedException($"There is nothing to import in {settings.Source.Address.Text}: no file in it or below it ends in {ScanRules.ArticleExtensionList}.");

        var current = new CurrentArticles(connection, settings.SourceId);
        var state = new ImportState { Settings = settings, Stored = stored, Scan = scan, Plan = plan, Images = images, Current = current };
        var measurer = new ImageMeasurer(stamps);
        var staging = new Staging(connection);
        await staging.CreateTablesAsync(ct);
        await current.CreateViewsAsync(ct);
        var reader = new FileReader(settings, new RowMapper(settings, stamps, _startedAt), images, measurer, links, paths);
        await new FilePipeline(reader, staging, progress).RunAsync(plan.Files, state.Counts, ct);

        var removed = FindRemoved(state);
        await current.RemoveAsync(removed, ct);
        var changedImages = await FindChangedImagesAsync(state, options.Checksum ? null : stamps, measurer, ct);
        await staging.AddImagesAsync(changedImages, ct);
        var assigned = await new LinkRounds(state, paths, new FilePipeline(reader, staging, progress: null), staging).RunAsync(ct);

        var source = settings.ToRow();
        source.ImageFilesHash = scan.HashImageFiles();
        var isChanged = state.Counts.Staged > 0 || removed.Count > 0 || changedImages.Count > 0 || stored.Row is null || !IsSame(stored.Row, source);
        var run = MakeRow(state, removed.Count);
        var merge = isChanged ? new MergeInput { RunId = run.Id, Source = source, Paths = assigned.Replaced, At = _startedAt } : null;
        var findings = await RunFindings.CollectAsync(state, run, assigned, removed, ct);
        await staging.AddDiagnosticsAsync(findings.Rows, ct);

        await CommitAsync(run, merge, findings.Outdated, ct);
        if (state.Counts.Staged + removed.Count >= AnalyzeFrom)
            await ContentMerge.AnalyzeAsync(connection, ct);
        var earlier = await DiagnosticMerge.ReadEarlierAsync(connection, run, ct);
        return Report(run, state, removed, [.. findings.All.Select(x => x.Diagnostic)], earlier);
    }

    // What has moved may take its name along when the user says that it is the same.
    private void EnsureSameFolder(SourceRow? stored)
    {
        var address = settings.Source.Address;
        if (stored is null || stored.Address == address.Text || (options.SourceName is not null && address.MayBe(stored.Address)))
            return;
        throw new ImportRefusedException(
            $"The name '{settings.SourceName}' belongs to {stored.Address}; give {address.Text} another one with --source.");
    }

    // Under a second name all of it would be there twice, and nothing removes what the first one holds.
    private void EnsureSameName(StoredSource stored)
    {
        var address = settings.Source.Address.Text;
        if (stored.Row?.Address == address || stored.OtherName is not { } name)
            return;
        throw new ImportRefusedException(
            $"{address} is stored under the name '{name}', and as '{settings.SourceName}' everything in it would be there twice; keep that name with --source {name}, or with the line source: {name} in its {ContentSettings.FileName}.");
    }

    private List<Guid> FindRemoved(ImportState state)
    {
        // After a folder that could not be read, a file that was not seen may still be there.
        if (!(options.Prune || options.ForcePrune) || !state.Scan.IsComplete)
            return [];
        var removed = state.Plan.Vanished.Concat(state.Counts.Emptied).Select(x => x.Id).ToList();
        if (removed.Count * 2 > state.Plan.StoredCount && !options.ForcePrune)
        {
            throw new ImportRefusedException(
                $"{removed.Count} of the {state.Plan.StoredCount} articles of '{settings.SourceName}' would be removed because their files are gone; nothing was changed. Import with --prune=force if that is meant.");
        }

        return removed;
    }

    // Articles keep their HTML when the bytes of an image change: its address is made of where it lies.
    private async Task<List<ImageRow>> FindChangedImagesAsync(ImportState state, FileStamps? stamps, ImageMeasurer measurer, CancellationToken ct)
    {
        var suspects = new List<(StoredImage Stored, SourceFile File)>();
        await foreach (var image in state.Stored.ReadImagesAsync(ct))
        {
            if (state.Scan.Images.GetValueOrDefault(Composed.Of(image.FilePath)) is { } file && file.Path == image.FilePath && (image.FileStamp is null || stamps?.Of(file) != image.FileStamp))
                suspects.Add((image, file));
        }

        return
        [
            .. suspects.AsParallel().WithCancellation(ct)
                .Select(x => (x.Stored, Now: ImageMapper.MakeFileRow(settings, x.File, x.Stored.SourceUrl, measurer)))
                .Where(x => x.Now is not null && (x.Now.ContentHash != x.Stored.ContentHash || x.Now.MimeType != x.Stored.MimeType))
                .Select(x => x.Now!),
        ];
    }

    private ImportRunRow MakeRow(ImportState state, int removed)
    {
        var counts = state.Counts;
        FileResult[] changed = [FileResult.Created, FileResult.Updated, FileResult.Renamed, FileResult.Skipped, FileResult.Failed];
        return new ImportRunRow
        {
            Id = Guid.CreateVersion7(_startedAt),
            SourceId = settings.SourceId,
            State = "SUCCEEDED",
            StartedAt = _startedAt,
            Created = counts[FileResult.Created],
            Updated = counts[FileResult.Updated],
            Unchanged = state.Scan.Articles.Count - changed.Sum(x => counts[x]),
            Renamed = counts[FileResult.Renamed],
            Removed = removed,
            Skipped = counts[FileResult.Skipped] + state.Scan.BundleFiles,
            Failed = counts[FileResult.Failed],
        };
    }

    private async Task CommitAsync(ImportRunRow run, MergeInput? merge, OutdatedFindings outdated, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        run.Version = merge is null
            ? await ContentMerge.ReadVersionAsync(connection, transaction, ct)
            : await ContentMerge.RunAsync(connection, transaction, merge, ct);
        run.FinishedAt = clock.GetUtcNow();
        await ContentMerge.WriteRunAsync(connection, transaction, run, ct);
        if (merge is not null)
            await ImportUndo.RecordFindingsAsync(connection, run.Id, settings.SourceId, outdated, ct);
        await DiagnosticMerge.RunAsync(connection, transaction, settings.SourceId, outdated, ct);
        await transaction.CommitAsync(ct);
    }

    private ImportReport Report(ImportRunRow run, ImportState state, List<Guid> removed, IReadOnlyList<Diagnostic> found, IReadOnlyList<Diagnostic> earlier) => new()
    {
        Source = settings.SourceName,
        Folder = settings.Root,
        Dialect = settings.Dialect.Dialect.ToString().ToLowerInvariant(),
        DialectReason = settings.Dialect.Reason,
        Encoding = settings.Encoding,
        Created = run.Created,
        Updated = run.Updated,
        Unchanged = run.Unchanged,
        Removed = run.Removed,
        Renamed = run.Renamed,
        Failed = run.Failed,
        Skipped = run.Skipped,
        ContentVersion = run.Version,
        Elapsed = clock.GetElapsedTime(_started),
        Files = state.Scan.Articles.Count,
        Gone = state.Plan.Vanished.Count(x => !removed.Contains(x.Id)),
        Diagnostics = ByPlace(found.Union(earlier)),
        NewDiagnostics = ByPlace(found),
    };

    private static IReadOnlyList<Diagnostic> ByPlace(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(x => x.Path, StringComparer.Ordinal).ThenBy(x => x.Line).ThenBy(x => x.Column)];

    private static bool IsSame(SourceRow a, SourceRow b) =>
        (a.Root, a.Address, a.Dialect, a.OptionsHash, a.TimeZone, a.DefaultLocale, a.Title, a.Url)
        == (b.Root, b.Address, b.Dialect, b.OptionsHash, b.TimeZone, b.DefaultLocale, b.Title, b.Url);
}
