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

    /// <summary>The rows that go, for <c>from</c>: where each lies, and its key.</summary>
    public static string GoneOf(string table) => $"(select * from differing_{table} where gone is not null)";

    /// <summary>The staged rows that come, for <c>from</c>: where each lies, and its key.</summary>
    public static string ComeOf(string table) => $"(select * from differing_{table} where come is not null)";

    /// <summary>Finds the rows of replaced articles that the staged ones do not have, and the other way round; those of one key that differ are both.</summary>
    public string FindSql => $"""
        create temp table differing_{Target} on commit drop as
        select t.place as gone, s.place as come, {string.Join(", ", table.Keys.Select(c => $"coalesce(t.{c}, s.{c}) as {c}"))}
        from (select ctid as place, * from {Target} where article_id in (select id from replaced_article)) t
        full join (select ctid as place, * from {table.Name}) s on {table.SameKeySql}
        where t.place is null or s.place is null or {table.DiffersSql}
        """;

    /// <summary>Keeps the rows that go for the import <c>$1</c>.</summary>
    public string RecordGoneSql => ImportUndo.KeepRowsSql(Target, $"from {Target} t join {GoneOf(Target)} g on g.gone = t.ctid");

    /// <summary>Keeps the keys of rows that come to articles which were there; new articles take theirs along.</summary>
    public string RecordComeSql => ImportUndo.KeepSql(
        Target,
        isNew: true,
        $"""
        json_build_object({string.Join(", ", table.Keys.Select(c => $"'{c}', s.{c}"))}) from {ComeOf(Target)} s
        where s.gone is null and exists (select from article a where a.id = s.article_id)
        """);

    public string DeleteSql => $"delete from {Target} t using {GoneOf(Target)} g where t.ctid = g.gone";

    public string InsertSql => $"insert into {Target} ({table.Columns}) select {table.ColumnsWith("s.")} from {table.Name} s join {ComeOf(Target)} c on c.come = s.ctid";

    /// <summary>Takes the rows of an import <c>$1</c> away again, those that it added and its own of those that it replaced.</summary>
    public string UndoDeleteSql => $"delete from {Target} t using {ImportUndo.KeptSql(Target, "s")} where s_kept.import_run_id = $1 and {table.SameKeySql}";

    /// <summary>Puts back what an import <c>$1</c> replaced.</summary>
    public string UndoInsertSql =>
        $"insert into {Target} ({table.Columns}) select {table.ColumnsWith("s.")} from {ImportUndo.KeptSql(Target, "s")} where s_kept.import_run_id = $1 and not s_kept.is_new";
}
