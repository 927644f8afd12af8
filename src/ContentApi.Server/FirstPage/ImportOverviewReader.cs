using ContentApi.Data;
using ContentApi.Data.Rows;
using Npgsql;

namespace ContentApi.Server.FirstPage;

/// <summary>Reads what the importer did last. The public graph does not have it: it is for editors.</summary>
internal sealed class ImportOverviewReader(NpgsqlDataSource database)
{
    private const int MostRuns = 5;
    private const int MostFindings = 20;

    private static readonly string RunsSql = BuildRunsSql();
    private static readonly string FindingsSql = BuildFindingsSql();

    public async Task<ImportOverview> ReadAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(RunsSql));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(FindingsSql));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);

        var runs = new List<ImportOverview.Run>();
        while (await reader.ReadAsync(cancellationToken))
        {
            runs.Add(ReadRun(reader));
        }

        await reader.NextResultAsync(cancellationToken);
        var findings = new List<ImportOverview.Finding>();
        var count = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            findings.Add(await ReadFindingAsync(reader, cancellationToken));
            count = reader.GetInt64(8);
        }

        return new ImportOverview(runs, findings, (int)count);
    }

    private static ImportOverview.Run ReadRun(NpgsqlDataReader row)
    {
        var started = row.GetFieldValue<DateTimeOffset>(3);
        return new ImportOverview.Run
        {
            Source = row.GetString(0),
            Root = row.GetString(1),
            Dialect = row.GetString(2),
            StartedAt = started,
            Elapsed = row.GetFieldValue<DateTimeOffset>(4) - started,
            Version = row.GetInt64(5),
            Created = row.GetInt32(6),
            Updated = row.GetInt32(7),
            Unchanged = row.GetInt32(8),
            Removed = row.GetInt32(9),
            Renamed = row.GetInt32(10),
            Skipped = row.GetInt32(11),
            Failed = row.GetInt32(12),
        };
    }

    private static async Task<ImportOverview.Finding> ReadFindingAsync(NpgsqlDataReader row, CancellationToken cancellationToken) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        $"{row.GetString(3)}:{row.GetInt32(4)}:{row.GetInt32(5)}",
        row.GetString(6),
        await row.IsDBNullAsync(7, cancellationToken) ? null : row.GetString(7));

    private static string BuildRunsSql()
    {
        var source = TableMap.Of<SourceRow>();
        var run = TableMap.Of<ImportRunRow>();
        return $"""
            select s.{source.Column(x => x.Name)}, s.{source.Column(x => x.Root)}, s.{source.Column(x => x.Dialect)},
              r.{run.Column(x => x.StartedAt)}, r.{run.Column(x => x.FinishedAt)}, r.{run.Column(x => x.Version)},
              r.{run.Column(x => x.Created)}, r.{run.Column(x => x.Updated)}, r.{run.Column(x => x.Unchanged)}, r.{run.Column(x => x.Removed)},
              r.{run.Column(x => x.Renamed)}, r.{run.Column(x => x.Skipped)}, r.{run.Column(x => x.Failed)}
            from {source.Name} s cross join lateral (
              select * from {run.Name} l where l.{run.Column(x => x.SourceId)} = s.{source.Column(x => x.Id)}
              order by l.{run.Column(x => x.StartedAt)} desc, l.{run.Column(x => x.Id)} desc limit 1) r
            order by r.{run.Column(x => x.StartedAt)} desc, r.{run.Column(x => x.Id)} desc limit {MostRuns}
            """;
    }

    // An error first: its file was not imported.
    private static string BuildFindingsSql()
    {
        var source = TableMap.Of<SourceRow>();
        var finding = TableMap.Of<DiagnosticRow>();
        return $"""
            select s.{source.Column(x => x.Name)}, d.{finding.Column(x => x.Severity)}, d.{finding.Column(x => x.Code)},
              d.{finding.Column(x => x.Path)}, d.{finding.Column(x => x.Line)}, d.{finding.Column(x => x.ColumnNumber)},
              d.{finding.Column(x => x.Message)}, d.{finding.Column(x => x.Hint)}, count(*) over ()
            from {finding.Name} d join {source.Name} s on s.{source.Column(x => x.Id)} = d.{finding.Column(x => x.SourceId)}
            order by array_position(array['ERROR', 'WARNING', 'INFO'], d.{finding.Column(x => x.Severity)}),
              s.{source.Column(x => x.Name)}, d.{finding.Column(x => x.Path)}, d.{finding.Column(x => x.Position)}
            limit {MostFindings}
            """;
    }
}
