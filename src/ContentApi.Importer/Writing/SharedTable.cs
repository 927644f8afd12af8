using ContentApi.Data;

namespace ContentApi.Importer.Writing;

/// <summary>A table whose rows belong to all articles that use them, and the SQL that keeps it in step with its uses.</summary>
internal sealed record SharedTable
{
    private const string Listed = "listed_articles";

    /// <summary>The table.</summary>
    public required string Name { get; init; }

    /// <summary>Columns of its staging table, with commas.</summary>
    public required string StagedColumns { get; init; }

    /// <summary>Columns that follow from the row's identity and the version of this program.</summary>
    public required string[] Fixed { get; init; }

    /// <summary>Columns that are the ordinal-smallest of what the uses have.</summary>
    public required string[] Displayed { get; init; }

    /// <summary>Whether rows hold the number of articles that they list for good.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Everything that keeps a row.</summary>
    public required SharedUse[] Uses { get; init; }

    // Columns that follow from the uses.
    private string[] Derived => IsCounted ? [.. Displayed, Listed] : Displayed;

    private string Touched => $"touched_{Name}";

    /// <summary>Remembers the rows whose uses the merge takes or gives, or which it gives other columns. Runs before anything is changed.</summary>
    public string TouchSql => $"""
        create temp table {Touched} on commit drop as
        {string.Join(" union ", Uses.Select(use => $"""
            select t.{use.Key} as id from {use.Table} t join {PartMerge.GoneOf(use.Table)} g on g.gone = t.ctid where t.{use.Key} is not null
            union select s.{use.Key} from staged_{use.Table} s join {PartMerge.ComeOf(use.Table)} c on c.come = s.ctid where s.{use.Key} is not null
            """))}
        union select s.id from staged_{Name} s join {Name} x on x.id = s.id where ({Join(Fixed, c => $"x.{c}")}) is distinct from ({Join(Fixed, c => $"s.{c}")})
        """;

    /// <summary>The condition on a row <c>t</c> of the table that the merge may take it or change it for good.</summary>
    public string TakenSql => $"t.id in (select id from {Touched})";

    /// <summary>Remembers all rows.</summary>
    public string TouchAllSql => $"create temp table {Touched} on commit drop as select id from {Name}";

    public string UpsertSql => PutSql($"staged_{Name}");

    /// <summary>Puts rows into the table, or gives those that are there their fixed columns.</summary>
    /// <param name="rows">What they are selected from.</param>
    public string PutSql(string rows) => $"""
        insert into {Name} as t ({StagedColumns}) select {StagedColumns} from {rows}
        on conflict (id) do update set {Join(Fixed, c => $"{c} = excluded.{c}")}
        where ({Join(Fixed, c => $"t.{c}")}) is distinct from ({Join(Fixed, c => $"excluded.{c}")})
        """;

    public string DisplaySql => $"""
        update {Name} t set {Join(Derived, c => $"{c} = d.{c}")}
        from (
          select id, {Join(Derived, c => $"{(c == Listed ? "sum" : "min")}({c}) as {c}")}
          from ({string.Join(" union all ", Uses.Select(UseSql))}) u group by id
        ) d
        where t.id = d.id and ({Join(Derived, c => $"t.{c}")}) is distinct from ({Join(Derived, c => $"d.{c}")})
        """;

    /// <summary>Deletes what no article uses any more.</summary>
    public string OrphanSql => $"""
        delete from {Name} t where t.id in (select id from {Touched})
        {string.Join('\n', Uses.Select(use => $"and not exists (select from {use.Table} e where e.{use.Key} = t.id)"))}
        """;

    private string UseSql(SharedUse use) => $"""
        select {use.Key} as id, {string.Join(", ", use.Columns.Zip(Displayed, (from, to) => $"{from} as {to}"))}{(IsCounted ? $", ({ListedArticles.Condition})::int as {Listed}" : string.Empty)}
        from {use.Table} where {use.Key} in (select id from {Touched})
        """;

    private static string Join(string[] columns, Func<string, string> format) => string.Join(", ", columns.Select(format));
}
