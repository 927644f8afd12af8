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
    private readonly ImageMeasurer _measurer = new();

    public async Task<ImportReport> RunAsync(IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var stored = await StoredSource.ReadAsync(connection, settings, ct);
        EnsureSameFolder(stored.Row);
        EnsureSameName(stored);
        var scan = FolderScanner.ScanOrRefuse(settings, ct);
        if (scan.Articles.Count == 0 && !(options.ForcePrune && stored.Articles.Count > 0))
            throw new ImportRefusedException($"There is nothing to import in {settings.Source.Address.Text}: no file in it or below it ends in {ScanRules.ArticleExtensionList}.");

        var resolver = new ImageResolver(settings, scan.Images);
        var links = new LinkResolver(settings, scan.Articles);
        var plan = ImportPlan.Make(settings, scan, stored, resolver, links);
        var staging = new Staging(connection);
        await staging.CreateTablesAsync(ct);
        var linkPaths = new LinkPaths(settings.ToParseOptions(), plan.Files, _startedAt);
        var reader = new FileReader(settings, new RowMapper(settings, _startedAt), resolver, _measurer, links, linkPaths);
        var counts = new ImportCounts();
        await new FilePipeline(reader, staging, progress).RunAsync(plan.Files, counts, ct);

        var removed = FindRemoved(plan, scan, stored, counts);
        var changedImages = FindChangedImages(stored, scan, ct);
        await staging.AddImagesAsync(changedImages, ct);
        var paths = await new LinkRounds(plan, stored, linkPaths, reader, staging).RunAsync(counts, removed, ct);
        var replaced = counts.Staged.Select(x => x.Id).Concat(removed).ToHashSet();

        var source = settings.ToRow();
        var isChanged = replaced.Count > 0 || changedImages.Count > 0 || stored.Row is null || !IsSame(stored.Row, source);
        var merge = isChanged ? new MergeInput { Source = source, Removed = removed, Paths = paths.Replaced, At = _startedAt } : null;
        var run = MakeRow(counts, removed.Count, scan.BundleFiles);
        List<Finding> findings = [.. FindingsOfFolder(scan, resolver), .. counts.Findings];
        var unchanged = counts.Unchanged;

        // Of a file that was not read again, all that was found in it is stored already.
        var diagnostics = DiagnosticMapper.Map(run, findings.Where(x => !unchanged.Contains(x.Diagnostic.Path)));
        var displaced = paths.Diagnostics.Select(x => x.Path).ToHashSet();   // has the slug of who has its path, of course
        var compared = new ComparedFindings(run, stored.Compared, unchanged, paths.Diagnostics.Concat(SlugFindings.Find(counts.Slugs.Where(x => !displaced.Contains(x.FilePath)))));
        findings.AddRange(compared.New);
        await staging.AddDiagnosticsAsync([.. diagnostics, .. compared.Rows], ct);
        var outdated = FindOutdated(stored, plan, scan, unchanged, removed).Concat(diagnostics.Select(x => x.Path)).ToHashSet();

        await CommitAsync(run, merge, new OutdatedFindings(outdated, compared.Outdated), ct);
        if (replaced.Count >= AnalyzeFrom)
            await ContentMerge.AnalyzeAsync(connection, ct);
        var earlier = await DiagnosticMerge.ReadEarlierAsync(connection, run, ct);
        return Report(run, plan, removed, [.. findings.Select(x => x.Diagnostic)], earlier);
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

    private List<Guid> FindRemoved(ImportPlan plan, FolderScan scan, StoredSource stored, ImportCounts counts)
    {
        // After a folder that could not be read, a file that was not seen may still be there.
        if (!(options.Prune || options.ForcePrune) || !scan.IsComplete)
            return [];
        var removed = plan.Vanished.Concat(counts.Emptied).Select(x => x.Id).ToList();
        if (removed.Count * 2 > stored.Articles.Count && !options.ForcePrune)
        {
            throw new ImportRefusedException(
                $"{removed.Count} of the {stored.Articles.Count} articles of '{settings.SourceName}' would be removed because their files are gone; nothing was changed. Import with --prune=force if that is meant.");
        }

        return removed;
    }

    // Articles keep their HTML when the bytes of an image change: its address is made of where it lies.
    private List<ImageRow> FindChangedImages(StoredSource stored, FolderScan scan, CancellationToken ct)
    {
        var files = scan.Images.Values.ToDictionary(x => x.Path);
        return
        [
            .. stored.ImageFiles.AsParallel().WithCancellation(ct)
                .Select(image => (Stored: image, File: files.GetValueOrDefault(image.FilePath)))
                .Where(x => x.File is not null)
                .Select(x => (x.Stored, Now: ImageMapper.MakeFileRow(settings, x.File!, x.Stored.SourceUrl, _measurer)))
                .Where(x => x.Now is not null && (x.Now.ContentHash != x.Stored.ContentHash || x.Now.MimeType != x.Stored.MimeType))
                .Select(x => x.Now!),
        ];
    }

    // What is about no article file is found out anew by every run.
    private List<Finding> FindingsOfFolder(FolderScan scan, ImageResolver resolver)
    {
        var portraits = settings.Authors.Registry.People
            .Where(x => x.AvatarAddress is { } address && !TemplateAddress.IsTemplate(address) && resolver.Resolve("", address).Kind == ImageTargetKind.Missing)
            .Select(x => new Diagnostic(
                DiagnosticCode.MissingImage,
                DiagnosticSeverity.Warning,
                x.FilePath,
                x.Line,
                x.Column,
                $"'{x.AvatarAddress}', the portrait of '{x.Key}', is no readable image file of this folder; the address is kept as written."));
        return [.. settings.Site.Findings, .. settings.Defaults.Findings, .. settings.Authors.Findings, .. scan.Diagnostics.Concat(portraits).Select(x => new Finding(x))];
    }

    // Findings hold as long as their file is unchanged, or keeps its article although it is out of sight.
    private static IEnumerable<string> FindOutdated(StoredSource stored, ImportPlan plan, FolderScan scan, HashSet<string> unchanged, List<Guid> removed)
    {
        var surviving = plan.Vanished.Where(x => !removed.Contains(x.Id)).Select(x => x.FilePath).ToHashSet();
        var closed = scan.Diagnostics.Where(x => x.Code == DiagnosticCode.Unreadable).Select(x => $"{x.Path}/").ToList();
        return stored.DiagnosedPaths.Where(path =>
            !unchanged.Contains(path) && !surviving.Contains(path) && !closed.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal)));
    }

    private ImportRunRow MakeRow(ImportCounts counts, int removed, int bundleFiles) => new()
    {
        Id = Guid.CreateVersion7(_startedAt),
        SourceId = settings.SourceId,
        State = "SUCCEEDED",
        StartedAt = _startedAt,
        Created = counts[FileResult.Created],
        Updated = counts[FileResult.Updated],
        Unchanged = counts[FileResult.Unchanged],
        Renamed = counts[FileResult.Renamed],
        Removed = removed,
        Skipped = counts[FileResult.Skipped] + bundleFiles,
        Failed = counts[FileResult.Failed],
    };

    private async Task CommitAsync(ImportRunRow run, MergeInput? merge, OutdatedFindings outdated, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        run.Version = merge is null
            ? await ContentMerge.ReadVersionAsync(connection, transaction, ct)
            : await ContentMerge.RunAsync(connection, transaction, merge, ct);
        run.FinishedAt = clock.GetUtcNow();
        await ContentMerge.WriteRunAsync(connection, transaction, run, ct);
        await DiagnosticMerge.RunAsync(connection, transaction, settings.SourceId, outdated, ct);
        await transaction.CommitAsync(ct);
    }

    private ImportReport Report(ImportRunRow run, ImportPlan plan, List<Guid> removed, IReadOnlyList<Diagnostic> found, IReadOnlyList<Diagnostic> earlier) => new()
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
        Files = plan.Files.Count,
        Gone = plan.Vanished.Count(x => !removed.Contains(x.Id)),
        Diagnostics = ByPlace(found.Union(earlier)),
        NewDiagnostics = ByPlace(found),
    };

    private static IReadOnlyList<Diagnostic> ByPlace(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(x => x.Path, StringComparer.Ordinal).ThenBy(x => x.Line).ThenBy(x => x.Column)];

    private static bool IsSame(SourceRow a, SourceRow b) =>
        (a.Root, a.Address, a.Dialect, a.OptionsHash, a.TimeZone, a.DefaultLocale, a.Title, a.Url)
        == (b.Root, b.Address, b.Dialect, b.OptionsHash, b.TimeZone, b.DefaultLocale, b.Title, b.Url);
}
