using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Moves staged findings into their table. They are no content: readers of articles do not see them, and no version tells of them.</summary>
internal static class DiagnosticMerge
{
    /// <param name="connection">With the staged rows.</param>
    /// <param name="transaction">In which the run is written already.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="outdated">Paths whose rows go.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task RunAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid sourceId, IReadOnlyCollection<string> outdated, CancellationToken ct)
    {
        await using var delete = new NpgsqlCommand("delete from diagnostic where source_id = $1 and path = any($2)", connection, transaction)
        {
            Parameters = { new() { Value = sourceId }, new() { Value = outdated.ToArray() } },
        };
        await delete.ExecuteNonQueryAsync(ct);
        await using var insert = new NpgsqlCommand($"insert into diagnostic ({Diagnostics.Columns}) select {Diagnostics.Columns} from {Diagnostics.Name}", connection, transaction);
        await insert.ExecuteNonQueryAsync(ct);
    }
}
