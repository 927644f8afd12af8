using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;
using Npgsql;

namespace ContentApi.Importer;

/// <summary>Does all of an import but what readers see: at its end everything that it will write lies in temporary tables, or in the tables themselves of a transaction that is not committed.</summary>
internal sealed class ImportPreparation(ImportOptions options, ImportSettings settings, NpgsqlConnection connection, DateTimeOffset startedAt)
{
    /// <param name="scanning">The folder, which is being listed since the lock is held: what an import before this one saw is older.</param>
    /// <param name="loadsDirectly">True when the tables are empty and this run's alone.</param>
    /// <param name="progress">Told after every file.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task<PreparedImport> RunAsync(Task<FolderScan> scanning, bool loadsDirectly, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var stored = await StoredSource.ReadAsync(connection, settings, ct);
        EnsureSameFolder(stored.Row);
        EnsureSameName(stored);
        await FieldConflicts.RefuseAsync(connection, settings.ToRow(), ct);   // before all the work; again when it is merged
        var scan = await scanning;
        var stamps = new FileStamps(startedAt, settings.TrustsTimes, settings.BlobIds);
        var images = new ImageResolver(settings, scan.Images);
        var links = new LinkResolver(settings, scan);
        var paths = new LinkPaths(settings.ToParseOptions(), scan, startedAt);
        var planner = new ImportPlanner(settings, scan, stored, options.Checksum ? null : stamps, paths);
        var plan = await planner.MakeAsync(images, links, ct);
        if (scan.Articles.Count == 0 && !(options.ForcePrune && plan.StoredCount > 0))
            throw new ImportRefusedException(NothingToImport(plan));

        var current = new CurrentArticles(connection, settings.SourceId);
        var state = new ImportState { Settings = settings, Stored = stored, Scan = scan, Plan = plan, Images = images, Current = current };
        var measurer = new ImageMeasurer(stamps);
        var staging = new Staging(connection, loadsDirectly);
        await staging.CreateTablesAsync(ct);
        await current.CreateViewsAsync(loadsDirectly, ct);
        var reader = new FileReader(settings, new RowMapper(settings, stamps, startedAt), images, measurer, links, paths);
        await new FilePipeline(reader, staging, progress).RunAsync(plan.Places, plan.FileAt, state.Counts, ct);

        var removed = FindRemoved(state);
        await current.RemoveAsync(removed, ct);
        var (changedImages, sameImages) = await CompareImagesAsync(state, options.Checksum ? null : stamps, measurer, ct);
        await staging.AddImagesAsync(changedImages, ct);
        var assigned = await new LinkRounds(state, paths, new FilePipeline(reader, staging, progress: null), staging).RunAsync(ct);
        await current.AssignAsync(assigned.Replaced, ct);

        var run = MakeRow(state, removed.Count);
        var findings = await RunFindings.CollectAsync(state, run, assigned, removed, ct);
        await staging.AddDiagnosticsAsync(findings.Rows, ct);
        var source = settings.ToRow();
        source.ImageFilesHash = scan.HashImageFiles();
        return new PreparedImport
        {
            State = state,
            Run = run,
            Source = source,
            Removed = removed,
            ChangedImages = changedImages,
            Findings = findings,
            Files = MakeFiles(state, source, stamps, sameImages),
        };
    }

    private string NothingToImport(ImportPlan plan)
    {
        var nothing = $"There is nothing to import in {settings.Source.Address.Text}: no file in it or below it ends in {ScanRules.ArticleExtensionList}.";
        return options.Prune && plan.StoredCount > 0 ? $"{nothing} To remove what is stored of '{settings.SourceName}' import with --prune=force." : nothing;
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
        var removed = state.Plan.Vanished.Select(x => x.Id).Concat(state.Counts.Emptied).ToList();
        if (removed.Count * 2 > state.Plan.StoredCount && !options.ForcePrune)
        {
            throw new ImportRefusedException(
                $"{removed.Count} of the {state.Plan.StoredCount} articles of '{settings.SourceName}' would be removed because their files are gone; nothing was changed. Import with --prune=force if that is meant.");
        }

        return removed;
    }

    private static RememberedFiles MakeFiles(ImportState state, SourceRow source, FileStamps stamps, IEnumerable<ImageRow> sameImages) => new()
    {
        SourceId = source.Id,
        ImageFilesHash = source.ImageFilesHash!,
        UnreadArticles = [.. state.Counts.Unread],
        GoneArticles = [.. state.Plan.Vanished.Select(x => x.Id)],
        ArticleStamps = [.. StampsOf(state.OpenedUnchanged.Select(x => (x.Id, stamps.Of(x.File))))],
        ImageStamps = [.. StampsOf(sameImages.Select(x => (x.Id, x.FileStamp)))],
    };

    private static IEnumerable<(Guid Id, Guid Stamp)> StampsOf(IEnumerable<(Guid Id, Guid? Stamp)> files) =>
        files.Where(x => x.Stamp is not null).Select(x => (x.Id, x.Stamp.GetValueOrDefault()));

    // Of pictures that may have changed. Articles keep their HTML when the bytes of one do: its address is made of where it lies.
    private async Task<(List<ImageRow> Changed, List<ImageRow> Same)> CompareImagesAsync(ImportState state, FileStamps? stamps, ImageMeasurer measurer, CancellationToken ct)
    {
        var suspects = new List<(StoredImage Stored, SourceFile File)>();
        await foreach (var image in state.Stored.ReadImagesAsync(ct))
        {
            if (state.Scan.Images.GetValueOrDefault(Composed.Of(image.FilePath)) is { } file && file.Path == image.FilePath && (image.FileStamp is null || stamps?.Of(file) != image.FileStamp))
                suspects.Add((image, file));
        }

        var images = suspects.AsParallel().WithCancellation(ct)
            .Select(x => (x.Stored, Now: ImageMapper.MakeFileRow(settings, x.File, x.Stored.SourceUrl, measurer)))
            .Where(x => x.Now is not null)
            .ToLookup(x => x.Now!.ContentHash != x.Stored.ContentHash || x.Now.MimeType != x.Stored.MimeType, x => x.Now!);
        return ([.. images[true]], [.. images[false]]);
    }

    private ImportRunRow MakeRow(ImportState state, int removed)
    {
        var counts = state.Counts;
        FileResult[] changed = [FileResult.Created, FileResult.Updated, FileResult.Renamed, FileResult.Skipped, FileResult.Failed];
        return new ImportRunRow
        {
            Id = Guid.CreateVersion7(startedAt),
            SourceId = settings.SourceId,
            State = "SUCCEEDED",
            StartedAt = startedAt,
            Created = counts[FileResult.Created],
            Updated = counts[FileResult.Updated],
            Unchanged = state.Scan.Articles.Count - changed.Sum(x => counts[x]),
            Renamed = counts[FileResult.Renamed],
            Removed = removed,
            Skipped = counts[FileResult.Skipped] + state.Scan.BundleFiles,
            Failed = counts[FileResult.Failed],
        };
    }
}
