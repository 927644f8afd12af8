using ContentApi.Data;
using ContentApi.Data.Rows;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>Sees to it that no two sources declare a field with two types: the graph has it once.</summary>
internal static class FieldConflicts
{
    /// <exception cref="ImportRefusedException">Another source declares a field of this one with another type.</exception>
    public static async Task RefuseAsync(NpgsqlConnection connection, SourceRow source, CancellationToken ct)
    {
        if (source.Fields is null)
            return;
        var others = await connection.ListAsync(
            "select name, fields from source where id <> $1 and fields is not null order by name", row => (Name: row.GetString(0), Fields: CustomFields.Read(row.GetString(1))), ct, source.Id);
        foreach (var field in CustomFields.Read(source.Fields))
        {
            foreach (var (name, fields) in others)
            {
                if (fields.FirstOrDefault(x => x.Name == field.Name) is { } other && other.Type != field.Type)
                {
                    throw new ImportRefusedException(
                        $"'{source.Name}' declares the field {field.Name} as {field.Type}, and '{name}' as {other.Type}; nothing was changed. Give both the same type, or one of the keys another name.");
                }
            }
        }
    }
}
