using ContentApi.Data;
using ContentApi.Data.Rows;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>Keeps what the newest import of each source replaces, removes and adds until the next one: articles as rows like their own, the rest as JSON.</summary>
internal static class ImportUndo
{
    /// <summary>The table whose one row says that an import may be undone.</summary>
    public static readonly string Marker = TableMap.Of<ImportRunRow>().Name;

    /// <summary>The articles that the import <c>$1</c> replaced or removed, for <c>from</c>, as <c>s</c>.</summary>
    public const string Articles = "article_undo s where s.import_run_id = $1";

    private const string OfSource = "import_run_id in (select id from import_run where source_id = $1)";

    private static readonly string[] RecordSql =
    [
        $"insert into article_undo (import_run_id, {StagingTables.Articles.Columns}) select $1, {StagingTables.Articles.Columns} from article where id in (select id from replaced_article)",
        .. PartMerge.All.SelectMany(x => new[] { x.RecordGoneSql, x.RecordComeSql }),
        KeepRowsSql(
            "article_redirect",
            "from article_redirect t where t.source_id = $2 and (t.article_id in (select id from replaced_article) or t.path in (select path from staged_article))"),
        .. SharedTables.All.Select(x => KeepRowsSql(x.Name, $"from {x.Name} t where {x.TakenSql}")),
        KeepRowsSql("category_closure", "from category_closure t where t.descendant_id in (select id from touched_category)"),
    ];

    /// <summary>Keeps rows of a table for the import <c>$1</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isNew">True for rows that the import adds.</param>
    /// <param name="rows">The rest of the query, from the JSON of a row on.</param>
    public static string KeepSql(string table, bool isNew, string rows) =>
        $"insert into import_undo (import_run_id, table_name, is_new, content) select $1, '{table}', {(isNew ? "true" : "false")}, {rows}";

    /// <summary>Keeps rows of a table as they are for the import <c>$1</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rest of the query, from <c>from</c> on; the row is <c>t</c>.</param>
    public static string KeepRowsSql(string table, string rows) => KeepSql(table, isNew: false, $"row_to_json(t) {rows}");

    /// <summary>Kept rows of a table, for <c>from</c>; their columns are those of <paramref name="name"/>, what was kept is <c>name_kept</c>.</summary>
    public static string KeptSql(string table, string name) =>
        $"(select * from import_undo where table_name = '{table}') {name}_kept cross join lateral json_populate_record(null::{table}, {name}_kept.content) {name}";

    /// <summary>Runs in the merge, before it changes anything but its temporary tables.</summary>
    /// <param name="connection">In the transaction of the merge.</param>
    /// <param name="runId">The import.</param>
    /// <param name="sourceId">Its source.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task RecordAsync(NpgsqlConnection connection, Guid runId, Guid sourceId, CancellationToken ct)
    {
        await connection.ExecuteAsync(BodyMerge.LeaveSql($"article_undo where {OfSource}"), ct, sourceId);
        await RecordFirstAsync(connection, runId, sourceId, ct);
        foreach (var sql in RecordSql)
            await (sql.Contains("$2", StringComparison.Ordinal) ? connection.ExecuteAsync(sql, ct, runId, sourceId) : connection.ExecuteAsync(sql, ct, runId));
    }

    /// <summary>For an import that replaces nothing but the row of its source.</summary>
    public static async Task RecordFirstAsync(NpgsqlConnection connection, Guid runId, Guid sourceId, CancellationToken ct)
    {
        await ForgetAsync(connection, sourceId, ct);
        await connection.ExecuteAsync(KeepSql(Marker, isNew: false, "'{}'"), ct, runId);
        await connection.ExecuteAsync(KeepRowsSql("source", "from source t where t.id = $2"), ct, runId, sourceId);
    }

    /// <summary>Findings that a merge takes; runs before it does.</summary>
    /// <param name="connection">In the transaction of the merge.</param>
    /// <param name="runId">The import.</param>
    /// <param name="sourceId">Its source.</param>
    /// <param name="outdated">What goes.</param>
    /// <param name="ct">Ends the run early.</param>
    public static Task RecordFindingsAsync(NpgsqlConnection connection, Guid runId, Guid sourceId, OutdatedFindings outdated, CancellationToken ct) => connection.ExecuteAsync(
        KeepRowsSql("diagnostic", $"from diagnostic t where {DiagnosticMerge.OutdatedSql("$2", "$3", "$4", "$5")}"),
        ct,
        [runId, .. DiagnosticMerge.OutdatedParameters(sourceId, outdated)]);

    /// <summary>Drops what is kept of a source, but for bodies: it can be undone no more.</summary>
    public static async Task ForgetAsync(NpgsqlConnection connection, Guid sourceId, CancellationToken ct)
    {
        await connection.ExecuteAsync($"delete from article_undo where {OfSource}", ct, sourceId);
        await connection.ExecuteAsync($"delete from import_undo where {OfSource}", ct, sourceId);
    }
}
