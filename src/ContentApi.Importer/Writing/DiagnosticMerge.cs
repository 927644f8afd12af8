using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Parsing.Diagnostics;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Moves staged findings into their table, and gives those that were there. They are no content: readers of articles do not see them, and no version tells of them.</summary>
internal static class DiagnosticMerge
{
    /// <param name="connection">With the staged rows, in a transaction in which the run is written already.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="outdated">What goes.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task RunAsync(
        NpgsqlConnection connection, Guid sourceId, OutdatedFindings outdated, CancellationToken ct)
    {
        await connection.ExecuteAsync($"delete from diagnostic t where {OutdatedSql("$1", "$2", "$3", "$4")}", ct, OutdatedParameters(sourceId, outdated));
        await connection.ExecuteAsync(Diagnostics.InsertSql, ct);
    }

    /// <summary>The condition on <c>diagnostic t</c> for what is outdated; the parameters are those of <see cref="OutdatedParameters"/>.</summary>
    public static string OutdatedSql(string source, string paths, string compared, string keys) =>
        $"t.source_id = {source} and ((t.path = any({paths}) and t.code <> all({compared})) or t.id = any({keys}))";

    public static object[] OutdatedParameters(Guid sourceId, OutdatedFindings outdated) => [sourceId, outdated.Paths.ToArray(), DiagnosticMapper.Compared, outdated.Compared.ToArray()];

    /// <summary>Gives the findings that hold still and that this run did not make; before or after the merge.</summary>
    /// <param name="connection">Of the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="outdated">What goes, or has gone.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task<IReadOnlyList<Diagnostic>> ReadEarlierAsync(NpgsqlConnection connection, ImportRunRow run, OutdatedFindings outdated, CancellationToken ct) => await connection.ListAsync(
        $"""
        select code, severity, path, line, column_number, message, hint from diagnostic t
        where source_id = $1 and import_run_id <> $5 and not ({OutdatedSql("$1", "$2", "$3", "$4")}) order by path, position
        """,
        row => new Diagnostic(
            row.GetString(0), Enum.Parse<DiagnosticSeverity>(row.GetString(1), ignoreCase: true), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetString(5), row.GetText(6)),
        ct,
        [.. OutdatedParameters(run.SourceId, outdated), run.Id]);
}
