namespace ContentApi.Data;

/// <summary>The database was written by a newer version of this program.</summary>
/// <param name="migration">The newest migration that this version does not know.</param>
public sealed class NewerDatabaseException(string migration) : Exception(
    $"The database was written by a newer version of ContentApi (it has the migration '{migration}'). Update ContentApi, or use another database.");
