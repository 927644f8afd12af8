using ContentApi.Data;

namespace ContentApi.Cli.Databases;

/// <summary>Keeps commands off a database that is not of this version.</summary>
internal static class Migrations
{
    /// <exception cref="CommandFault">The database lacks migrations, or cannot be used.</exception>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    public static async Task RequireAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (!await DatabaseFaults.GuardAsync(connectionString, () => DatabaseMigrator.IsCurrentAsync(connectionString, cancellationToken)))
        {
            throw new CommandFault(DatabaseFaults.NotMigrated);
        }
    }

    /// <returns>The number of migrations that were applied.</returns>
    /// <exception cref="CommandFault">The database cannot be used.</exception>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    public static Task<int> ApplyAsync(string connectionString, CancellationToken cancellationToken) =>
        DatabaseFaults.GuardAsync(connectionString, () => DatabaseMigrator.MigrateAsync(connectionString, cancellationToken));
}
