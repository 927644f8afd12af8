using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Tells PostgreSQL's planner of new rows.</summary>
internal static class PlannerStatistics
{
    // A fifth of the usual sample, 6,000 rows: enough for the minute until autovacuum takes its own.
    private const string SampleSql = "set default_statistics_target = 20";

    private static readonly string[] Tables = [.. OfArticles.Concat(OfSharedRows).Select(x => x.Target)];

    // What indexes are made of and where they end (a primary key's depend on its constraint, hence both). To look at the texts as well
    // would take twice as long, and autovacuum does it within a minute: a table of which some columns were analysed counts as changed still.
    private const string ColumnsSql = """
        select t.id::regclass::text, string_agg(quote_ident(a.attname), ', ')
        from (select name::regclass::oid as id from unnest($1::text[]) name) t
        join pg_attribute a on a.attrelid = t.id
        where exists (
          select from pg_index i where i.indrelid = t.id and (a.attnum = any(i.indkey) or exists (
            select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid and d.refobjid = t.id and d.refobjsubid = a.attnum)))
        group by t.id
        """;

    /// <summary>
    /// Tells of columns that queries are planned by, because autovacuum would take a minute and the first queries come at once. Nothing depends
    /// on it: what fails is left to autovacuum.
    /// </summary>
    /// <param name="connection">After the commit.</param>
    /// <param name="ct">Leaves the rest to autovacuum.</param>
    public static async Task RefreshAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            var tables = await connection.ListAsync(ColumnsSql, row => (Name: row.GetString(0), Columns: row.GetString(1)), ct, (object)Tables);
            await using var second = (NpgsqlConnection)((ICloneable)connection).Clone();
            await second.OpenAsync(ct);

            // The articles' own table costs as much as all others.
            var byConnection = tables.ToLookup(x => x.Name == Articles.Target ? connection : second, x => $"{x.Name} ({x.Columns})");
            await Task.WhenAll(byConnection.Select(x => x.Key.ExecuteAsync($"{SampleSql}; analyze {string.Join(", ", x)}", ct)));
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            // The import is committed all the same.
        }
    }
}
