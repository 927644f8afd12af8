using ContentApi.Data.Rows;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Brings the rows of one run into staging tables, or straight into empty tables. Not safe to call from several threads.</summary>
/// <param name="connection">Of the run.</param>
/// <param name="loadsDirectly">True for the empty tables themselves.</param>
internal sealed class Staging(NpgsqlConnection connection, bool loadsDirectly)
{
    // Shared rows are staged once a run, whichever file names them first.
    private readonly HashSet<(Guid, Guid)> _shared = [];

    public async Task CreateTablesAsync(CancellationToken ct)
    {
        await connection.ExecuteAsync(Diagnostics.CreateSql, ct);
        if (loadsDirectly)
            return;
        foreach (var table in OfArticles.Concat(OfSharedRows))
            await connection.ExecuteAsync(table.CreateSql, ct);

        // As in the real table, so that the merge moves compressed values as they are.
        await connection.ExecuteAsync($"alter table {Bodies.Name} alter raw set compression lz4, alter html set compression lz4, alter text set compression lz4, set (toast_tuple_target = 8160)", ct);
    }

    public async Task AddAsync(IReadOnlyList<EncodedRows> batch, CancellationToken ct)
    {
        foreach (var table in OfArticles)
            await CopyAsync(table, [.. batch.Select(x => x.Of(table))], ct);

        var shared = OfSharedRows.ToDictionary(x => x, _ => new CopyBuffer());
        foreach (var rows in batch)
        {
            foreach (var row in rows.Shared)
            {
                if (_shared.Add(row.Key))
                    shared[row.Table].Append(rows.Of(row));
            }
        }

        foreach (var (table, buffer) in shared)
        {
            using (buffer)
                await CopyAsync(table, [buffer.Bytes], ct);
        }
    }

    /// <summary>Takes back what was staged of articles that are read again; rows that they share stay until <see cref="RemoveUnusedAsync(CancellationToken)"/>, for most will be named again.</summary>
    public async Task RemoveAsync(Guid[] articles, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in OfArticles)
        {
            var key = table == Articles ? "id" : "article_id";
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {NameOf(table.Target)} where {key} = any($1)") { Parameters = { new() { Value = articles } } });
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes back shared rows that no article uses, because a file gave something else when it was read again. No file is to be read afterwards.</summary>
    public async Task RemoveUnusedAsync(CancellationToken ct)
    {
        foreach (var table in SharedTables.All)
        {
            var uses = table.Uses.Select(use => (NameOf(use.Table), use.Key));
            await RemoveUnusedAsync(table.Name, "id", loadsDirectly ? uses : uses.Append((table.Name, "id")), ct);
        }

        (string, string)[] categories = [(NameOf(Categories.Target), "id"), (Categories.Target, "id")];
        await RemoveUnusedAsync(Closure.Target, "descendant_id", categories.Distinct(), ct);
    }

    public Task AddDiagnosticsAsync(IEnumerable<DiagnosticRow> rows, CancellationToken ct) => EncodeAsync(Diagnostics, rows, ct);

    public Task AddImagesAsync(IEnumerable<ImageRow> images, CancellationToken ct) =>
        EncodeAsync(Images, images.Where(x => _shared.Add((x.Id, default))), ct);

    private async Task EncodeAsync<TRow>(StagingTable<TRow> table, IEnumerable<TRow> rows, CancellationToken ct)
    {
        using var buffer = new CopyBuffer();
        foreach (var row in rows)
            table.Encode(row, buffer);
        await CopyAsync(table, [buffer.Bytes], ct);
    }

    private Task CopyAsync(CopyTarget table, IReadOnlyList<ReadOnlyMemory<byte>> rows, CancellationToken ct) =>
        rows.All(x => x.IsEmpty) ? Task.CompletedTask : CopyStream.SendAsync(connection, loadsDirectly && table != Diagnostics ? table.LoadSql : table.CopySql, rows, ct);

    private Task RemoveUnusedAsync(string table, string key, IEnumerable<(string Table, string Key)> uses, CancellationToken ct) => connection.ExecuteAsync(
        $"delete from {NameOf(table)} s where {string.Join(" and ", uses.Select(x => $"not exists (select from {x.Table} u where u.{x.Key} = s.{key})"))}", ct);

    private string NameOf(string table) => loadsDirectly ? table : $"staged_{table}";
}
