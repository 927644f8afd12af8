using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace ContentApi.Data;

/// <summary>Brings a database to the version of this program.</summary>
public static class DatabaseMigrator
{
    private const string HistoryTable = "\"__EFMigrationsHistory\"";

    private static readonly Lazy<IReadOnlyList<string>> Known = new(static () =>
        [.. typeof(DatabaseMigrator).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)]);

    /// <summary>Applies every migration that the database lacks; does nothing when it lacks none.</summary>
    /// <returns>The number of migrations that were applied.</returns>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version; nothing was changed.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses.</exception>
    public static async Task<int> MigrateAsync(string connectionString, CancellationToken cancellationToken)
    {
        var pending = await FindPendingAsync(connectionString, cancellationToken);
        if (pending.Count > 0)
        {
            await using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString));
            await context.Database.MigrateAsync(cancellationToken);
        }

        return pending.Count;
    }

    /// <summary>Says whether the database is exactly of this version.</summary>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses.</exception>
    public static async Task<bool> IsCurrentAsync(string connectionString, CancellationToken cancellationToken) =>
        (await FindPendingAsync(connectionString, cancellationToken)).Count == 0;

    /// <summary>Says whether the database of an open connection is exactly of this version.</summary>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    /// <exception cref="NpgsqlException">The connection is lost.</exception>
    public static async Task<bool> IsCurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        FindPending(await ReadAppliedAsync(connection, cancellationToken)).Count == 0;

    /// <summary>Gives the names of the migrations that the database lacks, the oldest first; all of them when there is no such database.</summary>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached or refuses.</exception>
    public static async Task<IReadOnlyList<string>> FindPendingAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return Known.Value;   // migrations make the database, too
        }

        return FindPending(await ReadAppliedAsync(connection, cancellationToken));
    }

    private static List<string> FindPending(IReadOnlyList<string> applied)
    {
        var unknown = applied.Except(Known.Value, StringComparer.Ordinal).ToList();
        return unknown.Count > 0
            ? throw new NewerDatabaseException(unknown[^1])
            : [.. Known.Value.Except(applied, StringComparer.Ordinal)];
    }

    // EF Core would be asked the same at a price: it builds its model first, which takes longer than most imports.
    private static async Task<IReadOnlyList<string>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await ReadTextsAsync(connection, $"select to_regclass('{HistoryTable}')::text", cancellationToken)) is [null]
            ? []
            : [.. (await ReadTextsAsync(connection, $"select migration_id from {HistoryTable} order by migration_id collate \"C\"", cancellationToken)).OfType<string>()];

    private static async Task<List<string?>> ReadTextsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string?> texts = [];
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0));
        return texts;
    }
}
