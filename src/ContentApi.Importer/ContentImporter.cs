using ContentApi.Data;
using ContentApi.Importer.Planning;
using ContentApi.Importer.Sources;
using ContentApi.Importer.Writing;
using Npgsql;

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
        StoredPlan plan;
        await using (var connection = await ImportConnection.OpenCurrentAsync(connectionString, ct))
            plan = await ImportPlans.FindAsync(connection, planId, sourceName, ct);
        return await OpenAsync(plan.Options with { ConnectionString = connectionString }, run => run.ApplyAsync(plan, progress, ct), ct);
    }

    private async Task<T> OpenAsync<T>(ImportOptions options, Func<ImportRun, Task<T>> work, CancellationToken ct)
    {
        var address = SourceAddress.Read(options.Folder);

        // To reach the database takes as long as to look at the folder.
        var opening = Task.Run(() => ImportConnection.OpenCurrentAsync(options.ConnectionString, ct), ct);
        var looking = Task.Run(() => LookAsync(address, options, opening, ct), ct);
        try
        {
            await Task.WhenAll(opening, looking);
            var (connection, settings) = (await opening, await looking);
            await using var held = await SourceLock.TakeAsync(connection, settings.SourceId, settings.SourceName, ct);
            await settings.Source.KeepAsync(token => CacheUse.ReadRootsAsync(connection, token), ct);
            return await work(new ImportRun(clock, options, settings, connection));
        }
        finally
        {
            if (looking.IsCompletedSuccessfully)
                (await looking).Source.Dispose();
            if (opening.IsCompletedSuccessfully)
                await (await opening).DisposeAsync();
        }
    }

    private static async Task<ImportSettings> LookAsync(SourceAddress address, ImportOptions options, Task<NpgsqlConnection> opening, CancellationToken ct)
    {
        var database = address.Kind == SourceKind.Folder ? "" : await CacheUse.IdentifyAsync(await opening, ct);
        var source = await SourceMaterializer.MaterializeAsync(address, options.CacheFolder, database, ct);
        try
        {
            return ImportSettings.Resolve(options, source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}
