using ContentApi.Data;
using ContentApi.LocalPostgres;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Commands;

/// <summary>What an import says and returns when its server stops, or has no room left.</summary>
public sealed class ImportServerFaultTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private LocalCluster _cluster = null!;
    private FaultScene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        await DatabaseMigrator.MigrateAsync(_cluster.ConnectionString("postgres"), CancellationToken.None);
        _scene = new FaultScene(() => _cluster.ConnectionString("postgres"));
    }

    public async ValueTask DisposeAsync()
    {
        _scene.Dispose();
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_server_that_stops_gives_2()
    {
        await using (await _scene.HoldAsync())
        {
            var import = _scene.ImportAsync();
            await _scene.WaitingAsync(import);
            await _cluster.DisposeAsync();

            FaultScene.AssertCutOff(await import);
        }

        await StartAsync();
        await _scene.AssertUntouchedAsync();
        await _scene.AssertHealsAsync();
    }

    [Fact]
    public async Task A_server_without_room_gives_2()
    {
        // The last table that an import writes.
        var table = Path.Combine(_cluster.DataDirectory, "data", await _scene.QueryAsync("select pg_relation_filepath('import_run')"));
        File.Move(table, table + ".kept");
        File.CreateSymbolicLink(table, "/dev/full");

        var run = await _scene.ImportAsync();

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"\Acontentapi: PostgreSQL at \S+ has no space left on its disk: could not extend file .+: No space left on device\. Make room there\.\n\z", run.Error);
        File.Move(table + ".kept", table, overwrite: true);
        await _scene.AssertUntouchedAsync();
        await _scene.AssertHealsAsync();
    }

    private async Task StartAsync() => _cluster = await LocalCluster.StartAsync(
        new LocalClusterOptions { DataDirectory = _folder.Path, Settings = new Dictionary<string, string> { ["fsync"] = "off" } },
        TestContext.Current.CancellationToken);
}
