using System.Text.Json;
using System.Text.Json.Serialization;
using ContentApi.Importer.Writing;
using Npgsql;

namespace ContentApi.Importer.Planning;

/// <summary>The plans of a database: of each source the one that was made last.</summary>
internal static class ImportPlans
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Keeps a plan in the place of the one before.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, PlannedImport planned, ImportOptions options, ImportSettings settings, DateTimeOffset at, CancellationToken ct)
    {
        // An address without its password, and no password of the database either.
        var kept = options with { Folder = settings.Source.Address.Again, SourceName = settings.SourceName, ConnectionString = "" };
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("delete from import_plan where source_name = $1", ct, settings.SourceName);
        await connection.ExecuteAsync(
            "insert into import_plan (id, source_name, address, made_at, options, changes_hash, changes) values ($1, $2, $3, $4, $5::json, $6, $7::json)",
            ct,
            planned.Id,
            settings.SourceName,
            settings.Source.Address.Text,
            at,
            JsonSerializer.Serialize(kept, Json),
            planned.Changes.Hash,
            JsonSerializer.Serialize(planned.Changes, Json));
        await transaction.CommitAsync(ct);
    }

    public static Task RemoveAsync(NpgsqlConnection connection, Guid id, CancellationToken ct) => connection.ExecuteAsync("delete from import_plan where id = $1", ct, id);

    /// <summary>Finds the plan that is meant.</summary>
    /// <param name="connection">Of the database.</param>
    /// <param name="id">The plan; null for the only one.</param>
    /// <param name="source">Name of its source; null for any.</param>
    /// <param name="ct">Ends it early.</param>
    /// <exception cref="ImportRefusedException">There is none, there are several, or it is one of another source.</exception>
    public static async Task<StoredPlan> FindAsync(NpgsqlConnection connection, Guid? id, string? source, CancellationToken ct)
    {
        const string Sql = "select id, source_name, options::text, changes_hash from import_plan where id = $1 or ($1::uuid is null and ($2::text is null or source_name = $2)) order by source_name";
        var plans = await connection.ListAsync(Sql, row => (Id: row.GetGuid(0), Source: row.GetString(1), Options: row.GetString(2), Hash: row.GetString(3)), ct, id, source);
        return plans switch
        {
            [var (found, owner, _, _)] when source is not null && owner != source => throw new ImportRefusedException($"The plan {found} is one of '{owner}', not of '{source}'."),
            [var (found, _, options, hash)] => new StoredPlan(found, JsonSerializer.Deserialize<ImportOptions>(options, Json)!, hash),
            [] when id is { } missing => throw new ImportRefusedException($"There is no plan {missing}: it was applied, or another one was made since. Make one with contentapi plan."),
            [] => throw new ImportRefusedException($"There is no plan{(source is null ? "" : $" of '{source}'")} in this database. Make one with contentapi plan."),
            _ => throw new ImportRefusedException($"There are plans of several sources: {string.Join(", ", plans.Select(x => $"{x.Source} ({x.Id})"))}. Say which one is meant."),
        };
    }
}
