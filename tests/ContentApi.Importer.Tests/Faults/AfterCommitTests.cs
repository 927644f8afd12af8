using ContentApi.Importer.Tests.Support;
using Npgsql;

namespace ContentApi.Importer.Tests.Faults;

/// <summary>What goes wrong when the import is committed takes nothing of it back.</summary>
public sealed class AfterCommitTests : IAsyncLifetime
{
    // So many that the planner is told of them.
    private const int Files = 1_000;

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_stops_the_import_while_tables_are_analysed_is_told_that_it_was_done()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using (await HoldAsync())
        {
            var import = ImportAsync(stop.Token);
            await Eventually.TrueAsync(async () => import.IsCompleted || await CountAnalysesAsync() == 2);
            await stop.CancelAsync();

            Assert.Equal($"created {Files}", (await import).Counts());
        }

        Assert.Equal($"{Files}|SUCCEEDED", await _site.QueryAsync("select created, state from import_run"));
    }

    [Fact]
    public async Task A_connection_that_is_lost_while_tables_are_analysed_is_no_fault_of_the_import()
    {
        await using (await HoldAsync())
        {
            var import = ImportAsync(TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(async () => import.IsCompleted || await CountAnalysesAsync() == 2);
            await _site.QueryAsync($"select count(pg_terminate_backend(pid)) {AnalysesSql}");

            Assert.Equal($"created {Files}", (await import).Counts());
        }
    }

    private const string AnalysesSql = "from pg_stat_activity where datname = current_database() and query like 'analyze %' and wait_event_type = 'Lock'";

    private async Task<int> CountAnalysesAsync() => (await _site.RowsAsync($"select pid {AnalysesSql}")).Count;

    private Task<ImportReport> ImportAsync(CancellationToken ct)
    {
        for (var i = 0; i < Files; i++)
            _site.Write($"{i}.md", "text");
        return new ContentImporter(TimeProvider.System).ImportAsync(new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString }, progress: null, ct);
    }

    // Lets rows come, and analyses wait.
    private async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = new NpgsqlConnection($"{_site.ConnectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table article, article_tag in share update exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
