using ContentApi.Data;
using Npgsql;

namespace ContentApi.Cli.Databases;

/// <summary>Keeps commands off a database that is not of this version.</summary>
internal static class Migrations
{
    /// <exception cref="CommandFault">The database lacks migrations, or cannot be used.</exception>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    public static async Task RequireAsync(string connectionString, CancellationToken cancellationToken)
    {
        var isCurrent = await DatabaseFaults.GuardAsync(connectionString, async () =>
        {
            await ConnectAsync(connectionString, cancellationToken);
            return await DatabaseMigrator.IsCurrentAsync(connectionString, cancellationToken);
        });
        if (!isCurrent)
        {
            throw new CommandFault(DatabaseFaults.NotMigrated);
        }
    }

    /// <summary>Finds out whether the database is there.</summary>
    /// <exception cref="CommandFault">The database cannot be used.</exception>
    public static Task ReachAsync(string connectionString, CancellationToken cancellationToken) => DatabaseFaults.GuardAsync(connectionString, async () =>
    {
        await ConnectAsync(connectionString, cancellationToken);
        return true;
    });

    /// <returns>The number of migrations that were applied.</returns>
    /// <exception cref="CommandFault">The database cannot be used.</exception>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    public static Task<int> ApplyAsync(string connectionString, CancellationToken cancellationToken) => DatabaseFaults.GuardAsync(connectionString, async () =>
    {
        await ConnectAsync(connectionString, cancellationToken);
        return await DatabaseMigrator.MigrateAsync(connectionString, cancellationToken);
    });

    // Entity Framework takes a database that does not exist for an empty one, and would make it under a mistyped name.
    private static async Task ConnectAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
    }
}
