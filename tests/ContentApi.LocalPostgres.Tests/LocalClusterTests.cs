using ContentApi.TestSupport;

namespace ContentApi.LocalPostgres.Tests;

public sealed class LocalClusterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_cluster_has_checksums_and_UTF_8_and_sorts_by_bytes()
    {
        await using var cluster = await ClusterProbe.StartAsync(_folder.Path);

        Assert.Equal("on", await cluster.QueryAsync("show data_checksums"));
        Assert.Equal("UTF8", await cluster.QueryAsync("show server_encoding"));
        Assert.Equal("UTC", await cluster.QueryAsync("show timezone"));
        Assert.Equal("B,a,Ä,最", await cluster.QueryAsync("select string_agg(word, ',' order by word) from unnest(array['最','a','Ä','B']) word"));
        Assert.Equal("äö", await cluster.QueryAsync("select lower('ÄÖ')"));
    }

    [Fact]
    public async Task A_cluster_lies_below_the_folder_asked_for_and_is_closed_to_others()
    {
        await using var cluster = await ClusterProbe.StartAsync(_folder["data dir"]);

        Assert.Equal(_folder["data dir/postgres"], cluster.DataDirectory);
        Assert.Null(cluster.MovedBecause);
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(ownerOnly, File.GetUnixFileMode(cluster.DataDirectory));
        Assert.Equal(ownerOnly, File.GetUnixFileMode(await SocketFolderAsync(cluster)));
    }

    [Fact]
    public async Task A_cluster_listens_on_its_socket_only()
    {
        await using var cluster = await ClusterProbe.StartAsync(_folder.Path);

        // The sixth line is the first address that the server has bound.
        Assert.Equal("", File.ReadLines(ClusterProbe.PostmasterFile(cluster.DataDirectory)).ElementAt(5).Trim());
        Assert.Equal("", await cluster.QueryAsync("select inet_server_addr()"));
        Assert.Equal("reject", await cluster.QueryAsync("select string_agg(distinct auth_method, ',') from pg_hba_file_rules where type <> 'local'"));
    }

    [Fact]
    public async Task Disposing_stops_the_server_and_removes_its_socket()
    {
        var cluster = await ClusterProbe.StartAsync(_folder.Path);
        var sockets = await SocketFolderAsync(cluster);

        await cluster.DisposeAsync();
        await cluster.DisposeAsync();

        Assert.Empty(await ClusterProbe.FindProcessesAsync(cluster.DataDirectory));
        Assert.False(Directory.Exists(sockets));
        await AssertCleanlyStoppedAsync(cluster);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_connections()
    {
        var cluster = await ClusterProbe.StartAsync(_folder.Path);
        await using var connection = await ClusterProbe.OpenAsync(cluster.ConnectionString("postgres"));

        await cluster.DisposeAsync();

        Assert.Empty(await ClusterProbe.FindProcessesAsync(cluster.DataDirectory));
        await AssertCleanlyStoppedAsync(cluster);
    }

    [Fact]
    public async Task Data_survive_a_restart()
    {
        await using (var first = await ClusterProbe.StartAsync(_folder.Path))
        {
            await first.QueryAsync("create table kept as select 42 as answer");
        }

        await using var second = await ClusterProbe.StartAsync(_folder.Path);
        Assert.Equal("42", await second.QueryAsync("select answer from kept"));
    }

    [Fact]
    public async Task A_data_folder_may_be_longer_than_a_socket_and_of_any_letters()
    {
        await using var cluster = await ClusterProbe.StartAsync(_folder[$"it's {new string('长', 60)}/my \"$content\""]);

        Assert.Null(cluster.MovedBecause);
        Assert.Equal("1", await cluster.QueryAsync("select 1"));
    }

    [Fact]
    public async Task A_temporary_cluster_leaves_no_files()
    {
        var cluster = await LocalCluster.StartAsync(
            new LocalClusterOptions { DataDirectory = null, Settings = TestSettings.Fast }, TestContext.Current.CancellationToken);
        Assert.True(Directory.Exists(cluster.DataDirectory));

        await cluster.DisposeAsync();

        Assert.False(Directory.Exists(cluster.DataDirectory));
    }

    [Fact]
    public async Task A_failed_start_shows_the_end_of_the_log_and_holds_nothing()
    {
        var options = new LocalClusterOptions { DataDirectory = _folder.Path, Settings = new Dictionary<string, string> { ["work_mem"] = "plenty" } };

        var fault = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalCluster.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Contains("invalid value for parameter \"work_mem\": \"plenty\"", fault.Message, StringComparison.Ordinal);
        await using var cluster = await ClusterProbe.StartAsync(_folder.Path);
    }

    [Fact]
    public async Task A_cancelled_start_leaves_nothing_running()
    {
        var first = await ClusterProbe.StartAsync(_folder.Path);
        await first.DisposeAsync();

        // A standby without a primary waits for ever.
        await File.WriteAllTextAsync(Path.Combine(first.DataDirectory, "data", "standby.signal"), "", TestContext.Current.CancellationToken);
        var options = new LocalClusterOptions { DataDirectory = _folder.Path, Settings = new Dictionary<string, string> { ["hot_standby"] = "off" } };
        using var source = new CancellationTokenSource();
        var starting = LocalCluster.StartAsync(options, source.Token);
        await ClusterProbe.UntilAsync(async () => (await ClusterProbe.FindProcessesAsync(first.DataDirectory)).Count > 0);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        Assert.Empty(await ClusterProbe.FindProcessesAsync(first.DataDirectory));
    }

    // A server that was stopped by force, because it waited too long, names an immediate shutdown.
    private static async Task AssertCleanlyStoppedAsync(LocalCluster cluster)
    {
        var log = await File.ReadAllTextAsync(Path.Combine(cluster.DataDirectory, "postgres.log"), TestContext.Current.CancellationToken);
        Assert.Contains("received fast shutdown request", log, StringComparison.Ordinal);
        Assert.DoesNotContain("immediate shutdown", log, StringComparison.Ordinal);
        Assert.Contains("database system is shut down", log, StringComparison.Ordinal);
    }

    private static async Task<string> SocketFolderAsync(LocalCluster cluster) =>
        (await cluster.QueryAsync("show unix_socket_directories"))!;
}
