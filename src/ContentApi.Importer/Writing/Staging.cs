using ContentApi.Data.Rows;
using Npgsql;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Brings rows into the staging tables of one run. Not safe to call from several threads.</summary>
internal sealed class Staging(NpgsqlConnection connection)
{
    // Shared rows are staged once a run, whichever file names them first.
    private readonly HashSet<(Guid, Guid)> _shared = [];

    public async Task CreateTablesAsync(CancellationToken ct)
    {
        string[] statements =
        [
            .. OfArticles.Concat(OfSharedRows).Append(Diagnostics).Select(x => x.CreateSql),

            // As in the real table, so that the merge moves compressed values as they are.
            $"alter table {Bodies.Name} alter raw set compression lz4, alter html set compression lz4, alter text set compression lz4",
        ];
        await using var command = new NpgsqlCommand(string.Join(";\n", statements), connection);
        await command.ExecuteNonQueryAsync(ct);
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

    /// <summary>Takes back what was staged of articles that are read again; rows that they share stay, for they will name them again.</summary>
    public async Task RemoveAsync(Guid[] articles, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in OfArticles)
        {
            var key = table == Articles ? "id" : "article_id";
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {table.Name} where {key} = any($1)") { Parameters = { new() { Value = articles } } });
        }

        await batch.ExecuteNonQueryAsync(ct);
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
        rows.All(x => x.IsEmpty) ? Task.CompletedTask : CopyStream.SendAsync(connection, table.CopySql(table.Name), rows, ct);
}
