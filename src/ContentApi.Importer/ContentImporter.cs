using ContentApi.Data;
using ContentApi.Importer.Planning;
using ContentApi.Importer.Sources;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>Brings the articles of a folder, an archive or a repository into the database.</summary>
/// <param name="clock">Gives the instants that are stored, and the elapsed time.</param>
public sealed class ContentImporter(TimeProvider clock)
{
    /// <summary>
    /// Imports one source: new and changed files are read, unchanged ones are not. Readers see the old content until all
    /// of the new is there, and a run that ends early changes nothing. A file with errors is a diagnostic, never an exception.
    /// </summary>
    /// <param name="options">What to import.</param>
    /// <param name="progress">Told after every file; may be null.</param>
    /// <param name="ct">Ends the run early.</param>
    /// <exception cref="ImportRefusedException">Nothing was imported; the message says why and what to do.</exception>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be reached, or failed.</exception>
    public Task<ImportReport> ImportAsync(ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        OpenAsync(options, run => run.ImportAsync(progress, ct), ct);

    /// <summary>Finds out what an import would change. Nothing that readers see is changed.</summary>
    /// <param name="options">What to import.</param>
    /// <param name="store">True keeps the plan in the database, in place of the last one of the same source, so that it can be applied.</param>
    /// <param name="progress">Told after every file; may be null.</param>
    /// <param name="ct">Ends the run early.</param>
    /// <exception cref="ImportRefusedException">As of <see cref="ImportAsync"/>.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be reached, or failed.</exception>
    public Task<PlannedImport> PlanAsync(ImportOptions options, bool store, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        OpenAsync(options, run => run.PlanAsync(store, progress, ct), ct);

    /// <summary>Does what a plan says, with the options that it was made with.</summary>
    /// <param name="connectionString">An Npgsql connection string of the database with the plan.</param>
    /// <param name="planId">The plan; null for the only one.</param>
    /// <param name="sourceName">Name of its source; null for any.</param>
    /// <param name="progress">Told after every file; may be null.</param>
    /// <param name="ct">Ends the run early.</param>
    /// <exception cref="ImportRefusedException">There is no such plan, or the import would do something else than it says.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be reached, or failed.</exception>
    public async Task<ImportReport> ApplyAsync(string connectionString, Guid? planId, string? sourceName, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await RequireCurrentAsync(connectionString, ct);
        StoredPlan plan;
        await using (var connection = await ImportConnection.OpenAsync(connectionString, ct))
            plan = await ImportPlans.FindAsync(connection, planId, sourceName, ct);
        return await OpenAsync(plan.Options with { ConnectionString = connectionString }, run => run.ApplyAsync(plan, progress, ct), ct);
    }

    private async Task<T> OpenAsync<T>(ImportOptions options, Func<ImportRun, Task<T>> work, CancellationToken ct)
    {
        var address = SourceAddress.Read(options.Folder);
        await RequireCurrentAsync(options.ConnectionString, ct);
        var database = address.Kind == SourceKind.Folder ? "" : await CacheUse.IdentifyAsync(options.ConnectionString, ct);
        using var source = await SourceMaterializer.MaterializeAsync(address, options.CacheFolder, database, ct);
        var settings = ImportSettings.Resolve(options, source);
        await using var connection = await ImportConnection.OpenAsync(options.ConnectionString, ct);
        await using var held = await SourceLock.TakeAsync(connection, settings.SourceId, settings.SourceName, ct);
        await source.KeepAsync(token => CacheUse.ReadRootsAsync(connection, token), ct);
        return await work(new ImportRun(clock, options, settings, connection));
    }

    private static async Task RequireCurrentAsync(string connectionString, CancellationToken ct)
    {
        if (!await DatabaseMigrator.IsCurrentAsync(connectionString, ct))
            throw new ImportRefusedException("The database lacks tables of this version; run contentapi migrate first.");
    }
}
