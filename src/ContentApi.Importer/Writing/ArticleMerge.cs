using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>SQL that puts articles in the place of those with the same ids. A row that stays keeps what refers to it.</summary>
internal static class ArticleMerge
{
    /// <summary>Puts rows into the table.</summary>
    /// <param name="rows">What they are selected from, as <c>s</c>.</param>
    /// <param name="version">Their content version.</param>
    public static string PutSql(string rows, string version) => $"""
        insert into article ({Articles.Columns}, version) select {Articles.ColumnsWith("s.")}, {version} from {rows}
        on conflict (id) do update set {Articles.TakeSql}, version = excluded.version
        """;

    /// <summary>
    /// Leaves the paths of articles that get another one, because two may change places and no two may have one even for a moment.
    /// No path of a site or a file is a bare id.
    /// </summary>
    /// <param name="rows">What their new rows are selected from, as <c>s</c>.</param>
    public static string LeavePathsSql(string rows) => $"""
        update article a set path = a.id::text, file_path = a.id::text
        from (select s.id, s.path, s.file_path from {rows}) n
        where n.id = a.id and (a.path, a.file_path) is distinct from (n.path, n.file_path)
        """;
}
