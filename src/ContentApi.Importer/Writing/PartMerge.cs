namespace ContentApi.Importer.Writing;

/// <summary>
/// Brings a table with parts of articles in step with what is staged. Only rows that differ are touched: an article whose text alone
/// was edited keeps its tags, and their indexes stay as they are.
/// </summary>
/// <param name="table">The table.</param>
internal sealed class PartMerge(CopyTarget table)
{
    public static readonly PartMerge[] All = [.. StagingTables.PartsOfArticles.Select(x => new PartMerge(x))];

    /// <summary>The table.</summary>
    public string Target => table.Target;

    /// <summary>The temporary table with the places of rows that go.</summary>
    public static string GoneOf(string table) => $"gone_{table}";

    /// <summary>The temporary table with the places of staged rows that come.</summary>
    public static string ComeOf(string table) => $"come_{table}";

    /// <summary>Finds the rows of replaced articles that differ from the staged ones.</summary>
    public string FindGoneSql => $"""
        create temp table {GoneOf(Target)} on commit drop as
        select t.ctid as place, {Prefixed("t.")} from {Target} t
        where t.article_id in (select id from replaced_article) and not exists (select from {table.Name} s where {table.SameRowSql})
        """;

    /// <summary>Finds the staged rows that are not there.</summary>
    public string FindComeSql => $"""
        create temp table {ComeOf(Target)} on commit drop as
        select s.ctid as place, {Prefixed("s.")} from {table.Name} s where not exists (select from {Target} t where {table.SameRowSql})
        """;

    /// <summary>Keeps the rows that go for the import <c>$1</c>.</summary>
    public string RecordGoneSql => ImportUndo.KeepSql(Target, isNew: false, $"row_to_json(t) from {Target} t join {GoneOf(Target)} g on g.place = t.ctid");

    /// <summary>Keeps the keys of rows that come to articles which were there; new articles take theirs along.</summary>
    public string RecordComeSql => ImportUndo.KeepSql(
        Target,
        isNew: true,
        $"""
        json_build_object({string.Join(", ", table.Keys.Select(c => $"'{c}', s.{c}"))}) from {ComeOf(Target)} s
        where exists (select from article a where a.id = s.article_id) and not exists (select from {GoneOf(Target)} t where {table.SameKeySql})
        """);

    public string DeleteSql => $"delete from {Target} t using {GoneOf(Target)} g where t.ctid = g.place";

    public string InsertSql => $"insert into {Target} ({table.Columns}) select {table.ColumnsWith("s.")} from {table.Name} s join {ComeOf(Target)} c on c.place = s.ctid";

    /// <summary>Takes the rows of an import <c>$1</c> away again, those that it added and its own of those that it replaced.</summary>
    public string UndoDeleteSql => $"delete from {Target} t using {ImportUndo.KeptSql(Target, "s")} where s_kept.import_run_id = $1 and {table.SameKeySql}";

    /// <summary>Puts back what an import <c>$1</c> replaced.</summary>
    public string UndoInsertSql =>
        $"insert into {Target} ({table.Columns}) select {table.ColumnsWith("s.")} from {ImportUndo.KeptSql(Target, "s")} where s_kept.import_run_id = $1 and not s_kept.is_new";

    private string Prefixed(string prefix) => string.Join(", ", table.Keys.Select(c => prefix + c));
}
