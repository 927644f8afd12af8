using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data;

/// <summary>Brings a database to the version of this program.</summary>
public static class DatabaseMigrator
{
    /// <summary>Applies every migration that the database lacks; does nothing when it lacks none.</summary>
    /// <returns>The number of migrations that were applied.</returns>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version; nothing was changed.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be reached or refuses.</exception>
    public static async Task<int> MigrateAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString));
        var pending = await FindPendingAsync(context, cancellationToken);
        if (pending.Count > 0)
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        return pending.Count;
    }

    /// <summary>Says whether the database is exactly of this version.</summary>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be reached or refuses.</exception>
    public static async Task<bool> IsCurrentAsync(string connectionString, CancellationToken cancellationToken) =>
        (await FindPendingAsync(connectionString, cancellationToken)).Count == 0;

    /// <summary>Gives the names of the migrations that the database lacks, the oldest first.</summary>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be reached or refuses.</exception>
    public static async Task<IReadOnlyList<string>> FindPendingAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString));
        return await FindPendingAsync(context, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> FindPendingAsync(ContentDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var unknown = applied.Except(known, StringComparer.Ordinal).ToList();
        return unknown.Count > 0
            ? throw new NewerDatabaseException(unknown[^1])
            : known.Except(applied, StringComparer.Ordinal).ToList();
    }
}
