namespace ContentApi.Importer.Writing;

/// <summary>
/// Some columns of a table, and a temporary table with these columns, either of which is filled by binary COPY. The temporary
/// one belongs to the connection: a run that is killed leaves nothing behind, and its rows cost no write-ahead log.
/// </summary>
/// <param name="target">The table.</param>
/// <param name="columns">Those that files give.</param>
/// <param name="keys">Those of the primary key.</param>
/// <param name="jsonColumns">Those that can only be compared as text.</param>
internal abstract class CopyTarget(string target, IReadOnlyList<string> columns, IReadOnlyList<string> keys, IReadOnlyCollection<string> jsonColumns)
{
    /// <summary>The table that rows are meant for.</summary>
    public string Target { get; } = target;

    /// <summary>The temporary table.</summary>
    public string Name { get; } = $"staged_{target}";

    /// <summary>The columns with commas.</summary>
    public string Columns { get; } = string.Join(", ", columns);

    /// <summary>The columns with commas, each with a prefix such as <c>s.</c>.</summary>
    public string ColumnsWith(string prefix) => string.Join(", ", columns.Select(c => prefix + c));

    /// <summary>The columns of the primary key.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>The condition that a row <c>s</c> and a row <c>t</c> have the same key.</summary>
    public string SameKeySql => string.Join(" and ", Keys.Select(c => $"s.{c} = t.{c}"));

    /// <summary>The condition that a row <c>s</c> and a row <c>t</c> of the same key are not the same.</summary>
    public string DiffersSql => $"row({Others("s.")}) is distinct from row({Others("t.")})";

    /// <summary>Assigns all columns but those of the key in <c>on conflict</c>.</summary>
    public string TakeSql => string.Join(", ", columns.Except(Keys).Select(c => $"{c} = excluded.{c}"));

    /// <summary>Makes the temporary table, empty.</summary>
    public string CreateSql => $"create temp table {Name} as select {Columns} from {Target} with no data";

    /// <summary>Moves the staged rows to their table.</summary>
    public string InsertSql => $"insert into {Target} ({Columns}) select {Columns} from {Name}";

    /// <summary>Takes encoded rows into the temporary table.</summary>
    public string CopySql => $"copy {Name} ({Columns}) from stdin (format binary)";

    /// <summary>Takes encoded rows into the table itself, which was emptied in the same transaction: nobody else has seen it, so no row needs its visibility looked at ever again.</summary>
    public string LoadSql => $"copy {Target} ({Columns}) from stdin (format binary, freeze)";

    private string Others(string prefix) => string.Join(", ", columns.Except(Keys).Select(c => jsonColumns.Contains(c) ? $"{prefix}{c}::text" : prefix + c));

    /// <summary>Name of a column by its place.</summary>
    protected string ColumnAt(int place) => columns[place];
}
