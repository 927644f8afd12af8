using ContentApi.Data;
using ContentApi.Data.Rows;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>Keeps what the newest import of each source replaces or removes, as rows of JSON, until the next one.</summary>
internal static class ImportUndo
{
    /// <summary>The table whose one row says that an import may be undone.</summary>
    public static readonly string Marker = TableMap.Of<ImportRunRow>().Name;

    // Which rows a merge takes: by the temporary tables that it makes.
    private static readonly (string Table, string Where)[] Recorded =
    [
        ("source", "t.id = $2"),
        ("article", "t.id in (select id from replaced_article)"),
        .. new[] { "article_body", "article_alias", "article_link", "article_tag", "article_author", "article_category", "article_image" }
            .Select(table => (table, "t.article_id in (select id from replaced_article)")),
        ("article_redirect", "t.source_id = $2 and (t.article_id in (select id from replaced_article) or t.path in (select path from staged_article))"),
        ("tag", "t.id in (select id from touched_tag)"),
        ("author", "t.id in (select id from touched_author)"),
        ("category", "t.id in (select id from touched_category)"),
        ("category_closure", "t.descendant_id in (select id from touched_category)"),
        ("image", "t.id in (select id from touched_image union select id from staged_image)"),
    ];

    /// <summary>Runs in the merge, before it changes anything but its temporary tables.</summary>
    /// <param name="connection">In the transaction of the merge.</param>
    /// <param name="runId">The import.</param>
    /// <param name="sourceId">Its source.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task RecordAsync(NpgsqlConnection connection, Guid runId, Guid sourceId, CancellationToken ct)
    {
        await RecordFirstAsync(connection, runId, sourceId, ct);
        foreach (var (table, where) in Recorded)
            await connection.ExecuteAsync($"insert into import_undo (import_run_id, table_name, content) select $1, '{table}', row_to_json(t) from {table} t where {where} and $2::uuid is not null", ct, runId, sourceId);
    }

    /// <summary>For an import that replaces nothing.</summary>
    public static async Task RecordFirstAsync(NpgsqlConnection connection, Guid runId, Guid sourceId, CancellationToken ct)
    {
        await ForgetAsync(connection, sourceId, ct);
        await connection.ExecuteAsync($"insert into import_undo (import_run_id, table_name, content) values ($1, '{Marker}', '{{}}')", ct, runId);
    }

    /// <summary>Findings that a merge takes; runs before it does.</summary>
    /// <param name="connection">In the transaction of the merge.</param>
    /// <param name="runId">The import.</param>
    /// <param name="sourceId">Its source.</param>
    /// <param name="outdated">What goes.</param>
    /// <param name="ct">Ends the run early.</param>
    public static Task RecordFindingsAsync(NpgsqlConnection connection, Guid runId, Guid sourceId, OutdatedFindings outdated, CancellationToken ct) => connection.ExecuteAsync(
        $"insert into import_undo (import_run_id, table_name, content) select $1, 'diagnostic', row_to_json(t) from diagnostic t where {DiagnosticMerge.OutdatedSql("$2", "$3", "$4", "$5")}",
        ct,
        [runId, .. DiagnosticMerge.OutdatedParameters(sourceId, outdated)]);

    /// <summary>Drops what is kept of a source: it can be undone no more.</summary>
    public static Task ForgetAsync(NpgsqlConnection connection, Guid sourceId, CancellationToken ct) =>
        connection.ExecuteAsync("delete from import_undo where import_run_id in (select id from import_run where source_id = $1)", ct, sourceId);
}
