using ContentApi.Data;
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
    public async Task<ImportReport> ImportAsync(ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var address = SourceAddress.Read(options.Folder);
        if (!await DatabaseMigrator.IsCurrentAsync(options.ConnectionString, ct))
            throw new ImportRefusedException("The database lacks tables of this version; run contentapi migrate first.");

        using var source = await SourceMaterializer.MaterializeAsync(address, options.CacheFolder, ct);
        var settings = ImportSettings.Resolve(options, source);
        await using var connection = await ImportConnection.OpenAsync(options.ConnectionString, ct);
        await using var held = await SourceLock.TakeAsync(connection, settings.SourceId, settings.SourceName, ct);
        return await new ImportRun(clock, options, settings, connection).RunAsync(progress, ct);
    }
}
