using ContentApi.Data.Rows;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Puts back what an import replaced, through the same merge as an import.</summary>
/// <param name="connection">With the lock of the source held.</param>
/// <param name="source">The source as it is.</param>
/// <param name="runId">Its newest import that changed anything.</param>
/// <param name="version">The content version of that import.</param>
internal sealed class RollbackMerge(NpgsqlConnection connection, SourceRow source, Guid runId, long version)
{
    /// <param name="at">When.</param>
    /// <param name="ct">Ends it early; then nothing is changed.</param>
    /// <returns>Articles that are removed and put back, and the new content version.</returns>
    public async Task<(int Removed, int Restored, long Version)> RunAsync(DateTimeOffset at, CancellationToken ct)
    {
        await new Staging(connection, loadsDirectly: false).CreateTablesAsync(ct);
        await new CurrentArticles(connection, source.Id).CreateViewsAsync(loadsDirectly: false, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var restored = await StageAsync(Articles);
        await StageAsync(Bodies);
        await StageAsync(ArticleAliases);
        await StageAsync(ArticleLinks);
        await StageAsync(ArticleTags);
        await StageAsync(ArticleAuthors);
        await StageAsync(ArticleCategories);
        await StageAsync(ArticleImages);
        await StageAsync(Tags);
        await StageAsync(Authors);
        await StageAsync(Categories);
        await StageAsync(Closure);
        await StageAsync(Images);
        await StageAsync(Diagnostics);
        var removed = await connection.ExecuteAsync(
            "insert into removed_article select id from article a where source_id = $1 and version = $2 and not exists (select from staged_article s where s.id = a.id)", ct, source.Id, version);

        var before = await ReadSourceBeforeAsync(ct);
        var merge = new MergeInput { RunId = null, Source = before, At = at };
        var newVersion = await ContentMerge.RunAsync(connection, merge, ct);
        await RestoreRedirectsAsync(ct);
        await connection.ExecuteAsync("delete from diagnostic where import_run_id = $1", ct, runId);
        await connection.ExecuteAsync($"insert into diagnostic ({Diagnostics.Columns}) select {Diagnostics.Columns} from {Diagnostics.Name} on conflict do nothing", ct);
        await connection.ExecuteAsync("update import_run set state = 'ROLLED_BACK' where id = $1", ct, runId);
        await ImportUndo.ForgetAsync(connection, source.Id, ct);
        await transaction.CommitAsync(ct);
        return (removed, restored, newVersion);

        Task<int> StageAsync<TRow>(StagingTable<TRow> table) => connection.ExecuteAsync(
            $"insert into {table.Name} ({table.Columns}) select {table.ColumnsWith("r.")} from {UndoneSql(table.Target, "$1")}", ct, runId);
    }

    // As rows "r" of the table.
    private static string UndoneSql(string table, string run) =>
        $"import_undo u cross join lateral json_populate_record(null::{table}, u.content) r where u.import_run_id = {run} and u.table_name = '{table}'";

    // The merge has taken the paths that the import gave for paths that articles leave now.
    private async Task RestoreRedirectsAsync(CancellationToken ct)
    {
        await connection.ExecuteAsync("delete from article_redirect where article_id in (select id from replaced_article)", ct);
        await connection.ExecuteAsync($"insert into article_redirect select r.* from {UndoneSql("article_redirect", "$1")} on conflict do nothing", ct, runId);
    }

    // Without its hashes, the next import looks at everything. Before a first import there is no row, but runs refer to it.
    private async Task<SourceRow> ReadSourceBeforeAsync(CancellationToken ct)
    {
        var rows = await connection.ListAsync(
            $"select r.root, r.address, r.dialect, r.options_hash, r.time_zone, r.default_locale, r.title, r.url from {UndoneSql("source", "$1")}",
            row => new SourceRow
            {
                Id = source.Id,
                Name = source.Name,
                Root = row.GetString(0),
                Address = row.GetString(1),
                Dialect = row.GetString(2),
                OptionsHash = row.GetString(3),
                TimeZone = row.GetString(4),
                DefaultLocale = row.GetString(5),
                Title = row.GetText(6),
                Url = row.GetText(7),
            },
            ct,
            runId);
        source.ImageFilesHash = null;
        return rows.SingleOrDefault() ?? source;
    }
}
