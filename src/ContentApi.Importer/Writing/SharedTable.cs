namespace ContentApi.Importer.Writing;

/// <summary>A table whose rows belong to all articles that name them, and the SQL that keeps it in step with its edges.</summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The edges' column that points to it.</param>
/// <param name="StagedColumns">Columns of its staging table, with commas.</param>
/// <param name="Fixed">Columns that follow from the row's identity and the version of this program.</param>
/// <param name="Displayed">Columns that are the ordinal-smallest of the edges' columns of the same name.</param>
internal sealed record SharedTable(string Name, string Key, string StagedColumns, string[] Fixed, string[] Displayed)
{
    private string Edge => $"article_{Name}";

    private string Touched => $"touched_{Name}";

    /// <summary>Remembers the rows whose edges the merge takes or gives. Runs before any edge is changed.</summary>
    public string TouchSql => $"""
        create temp table {Touched} on commit drop as
        select {Key} as id from {Edge} where article_id in (select id from replaced_article)
        union select {Key} from staged_{Edge}
        """;

    public string UpsertSql => $"""
        insert into {Name} as t ({StagedColumns}) select {StagedColumns} from staged_{Name}
        on conflict (id) do update set {Join(Fixed, c => $"{c} = excluded.{c}")}
        where ({Join(Fixed, c => $"t.{c}")}) is distinct from ({Join(Fixed, c => $"excluded.{c}")})
        """;

    public string DisplaySql => $"""
        update {Name} t set {Join(Displayed, c => $"{c} = d.{c}")}
        from (
          select {Key} as id, {Join(Displayed, c => $"min({c}) as {c}")}
          from {Edge} where {Key} in (select id from {Touched}) group by {Key}
        ) d
        where t.id = d.id and ({Join(Displayed, c => $"t.{c}")}) is distinct from ({Join(Displayed, c => $"d.{c}")})
        """;

    /// <summary>Deletes what no article uses any more.</summary>
    public string OrphanSql => $"""
        delete from {Name} t where t.id in (select id from {Touched})
        and not exists (select from {Edge} e where e.{Key} = t.id)
        """;

    private static string Join(string[] columns, Func<string, string> format) => string.Join(", ", columns.Select(format));
}
