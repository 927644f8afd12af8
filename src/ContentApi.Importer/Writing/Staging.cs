using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Brings rows into the staging tables of one run. Not safe to call from several threads.</summary>
internal sealed class Staging(NpgsqlConnection connection)
{
    // Shared rows are staged once a run, whichever file names them first.
    private readonly HashSet<Guid> _shared = [];

    public async Task CreateTablesAsync(CancellationToken ct)
    {
        string[] statements =
        [
            Articles.CreateSql(), Bodies.CreateSql(), ArticleAliases.CreateSql(), ArticleLinks.CreateSql(), ArticleTags.CreateSql(), ArticleAuthors.CreateSql(), ArticleCategories.CreateSql(),
            ArticleImages.CreateSql(), Tags.CreateSql(), Authors.CreateSql(), Categories.CreateSql(), Closure.CreateSql(), Images.CreateSql(),
            Diagnostics.CreateSql(),

            // As in the real table, so that the merge moves compressed values as they are.
            $"alter table {Bodies.Name} alter raw set compression lz4, alter html set compression lz4, alter text set compression lz4",
        ];
        await using var command = new NpgsqlCommand(string.Join(";\n", statements), connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task AddAsync(IReadOnlyList<ArticleRows> batch, CancellationToken ct)
    {
        var categories = new List<CategoryRow>();
        var closure = new List<CategoryClosureRow>();
        foreach (var rows in batch)
        {
            foreach (var category in rows.SharedCategories.Where(x => _shared.Add(x.Id)))
            {
                categories.Add(category);
                closure.AddRange(rows.Closure.Where(x => x.DescendantId == category.Id));
            }
        }

        await Articles.CopyAsync(connection, [.. batch.Select(x => x.Article)], ct);
        await Bodies.CopyAsync(connection, [.. batch.Select(x => x.Body)], ct);
        await ArticleAliases.CopyAsync(connection, [.. batch.SelectMany(x => x.Aliases)], ct);
        await ArticleLinks.CopyAsync(connection, [.. batch.SelectMany(x => x.Links)], ct);
        await ArticleTags.CopyAsync(connection, [.. batch.SelectMany(x => x.Tags)], ct);
        await ArticleAuthors.CopyAsync(connection, [.. batch.SelectMany(x => x.Authors)], ct);
        await ArticleCategories.CopyAsync(connection, [.. batch.SelectMany(x => x.Categories)], ct);
        await ArticleImages.CopyAsync(connection, [.. batch.SelectMany(x => x.Images)], ct);
        await Tags.CopyAsync(connection, [.. batch.SelectMany(x => x.SharedTags).Where(x => _shared.Add(x.Id))], ct);
        await Authors.CopyAsync(connection, [.. batch.SelectMany(x => x.SharedAuthors).Where(x => _shared.Add(x.Id))], ct);
        await Categories.CopyAsync(connection, categories, ct);
        await Closure.CopyAsync(connection, closure, ct);
        await AddImagesAsync(batch.SelectMany(x => x.SharedImages), ct);
    }

    /// <summary>Takes back what was staged of articles that are read again; rows that they share stay, for they will name them again.</summary>
    public async Task RemoveAsync(Guid[] articles, CancellationToken ct)
    {
        string[] tables =
        [
            Bodies.Name, ArticleAliases.Name, ArticleLinks.Name, ArticleTags.Name, ArticleAuthors.Name, ArticleCategories.Name, ArticleImages.Name,
        ];
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in tables)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {table} where article_id = any($1)") { Parameters = { new() { Value = articles } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {Articles.Name} where id = any($1)") { Parameters = { new() { Value = articles } } });
        await batch.ExecuteNonQueryAsync(ct);
    }

    public Task AddDiagnosticsAsync(IReadOnlyCollection<DiagnosticRow> rows, CancellationToken ct) => Diagnostics.CopyAsync(connection, rows, ct);

    public Task AddImagesAsync(IEnumerable<ImageRow> images, CancellationToken ct) =>
        Images.CopyAsync(connection, [.. images.Where(x => _shared.Add(x.Id))], ct);
}
