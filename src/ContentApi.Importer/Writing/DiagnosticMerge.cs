using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Parsing.Diagnostics;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Moves staged findings into their table, and gives those that were there. They are no content: readers of articles do not see them, and no version tells of them.</summary>
internal static class DiagnosticMerge
{
    /// <param name="connection">With the staged rows.</param>
    /// <param name="transaction">In which the run is written already.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="outdated">What goes.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task RunAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid sourceId, OutdatedFindings outdated, CancellationToken ct)
    {
        await connection.ExecuteAsync($"delete from diagnostic t where {OutdatedSql("$1", "$2", "$3", "$4")}", ct, OutdatedParameters(sourceId, outdated));
        await using var insert = new NpgsqlCommand($"insert into diagnostic ({Diagnostics.Columns}) select {Diagnostics.Columns} from {Diagnostics.Name}", connection, transaction);
        await insert.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The condition on <c>diagnostic t</c> for what is outdated; the parameters are those of <see cref="OutdatedParameters"/>.</summary>
    public static string OutdatedSql(string source, string paths, string compared, string keys) =>
        $"t.source_id = {source} and ((t.path = any({paths}) and t.code <> all({compared})) or t.id = any({keys}))";

    public static object[] OutdatedParameters(Guid sourceId, OutdatedFindings outdated) => [sourceId, outdated.Paths.ToArray(), DiagnosticMapper.Compared, outdated.Compared.ToArray()];

    /// <summary>Gives the findings that hold still and that this run did not make.</summary>
    /// <param name="connection">After the commit.</param>
    /// <param name="run">The run.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task<IReadOnlyList<Diagnostic>> ReadEarlierAsync(NpgsqlConnection connection, ImportRunRow run, CancellationToken ct)
    {
        const string Sql = """
            select code, severity, path, line, column_number, message, hint from diagnostic
            where source_id = $1 and import_run_id <> $2 order by path, position
            """;
        var diagnostics = new List<Diagnostic>();
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = run.SourceId }, new() { Value = run.Id } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            diagnostics.Add(new Diagnostic(
                reader.GetString(0),
                Enum.Parse<DiagnosticSeverity>(reader.GetString(1), ignoreCase: true),
                reader.GetString(2),
                reader.GetInt32(3),
                reader.GetInt32(4),
                reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetString(6)));
        }

        return diagnostics;
    }
}
