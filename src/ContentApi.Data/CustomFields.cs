using System.Text.Json;
using Npgsql;

namespace ContentApi.Data;

/// <summary>The fields that sources declare, as they are stored.</summary>
public static class CustomFields
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Gives what <see cref="Rows.SourceRow.Fields"/> holds for a source's fields; null for none.</summary>
    public static string? Write(IReadOnlyList<CustomField> fields) => fields.Count == 0
        ? null
        : JsonSerializer.Serialize(fields.Select(field => new Declared(field.Name, field.Key, field.Type)), Json);

    /// <summary>Reads what <see cref="Write"/> gave.</summary>
    public static IReadOnlyList<CustomField> Read(string? json) => json is null
        ? []
        : [.. JsonSerializer.Deserialize<Declared[]>(json, Json)!.Select(field => new CustomField(field.Name, field.Key, field.Type))];

    /// <summary>Reads the fields of all sources, each name once: sources by their names, the fields of one in its own order.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or was not migrated.</exception>
    public static async Task<IReadOnlyList<CustomField>> ReadAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select fields from source where fields is not null order by name", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var all = new List<CustomField>();
        while (await reader.ReadAsync(cancellationToken))
        {
            all.AddRange(Read(reader.GetString(0)));
        }

        return [.. all.DistinctBy(field => field.Name)];
    }

    private sealed record Declared(string Name, string Key, string Type);
}
