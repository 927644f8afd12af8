using System.Globalization;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.LocalPostgres.Tests;

public sealed class LeftoverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_server_recovers()
    {
        var first = await ClusterProbe.StartAsync(_folder.Path);
        await first.QueryAsync("create table kept as select 42 as answer");
        ClusterProbe.KillServer(first.DataDirectory);
        await first.DisposeAsync();

        await using var second = await ClusterProbe.StartAsync(_folder.Path);
        Assert.Equal("42", await second.QueryAsync("select answer from kept"));
    }

    [Fact]
    public async Task A_busy_backend_that_outlived_its_server_is_ended()
    {
        var first = await ClusterProbe.StartAsync(_folder.Path);
        await first.QueryAsync("create table kept as select 42 as answer");
        await using var connection = await ClusterProbe.OpenAsync(first.ConnectionString("postgres"));
        await using var endless = new NpgsqlCommand(
            "set application_name = 'endless'; set statement_timeout = '60s'; do $$ begin loop end loop; end $$", connection);
        var query = endless.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await ClusterProbe.UntilAsync(async () =>
            await first.QueryAsync("select count(*) from pg_stat_activity where application_name = 'endless' and state = 'active'") == "1");
        ClusterProbe.KillServer(first.DataDirectory);
        await first.DisposeAsync();

        await using var second = await ClusterProbe.StartAsync(_folder.Path);

        Assert.Equal("42", await second.QueryAsync("select answer from kept"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => query);
    }

    [Fact]
    public async Task A_lock_whose_process_id_is_another_programs_by_now_is_stale()
    {
        await using (var first = await ClusterProbe.StartAsync(_folder.Path))
        {
        }

        // As after a SIGKILL and some time: the id in the file belongs to a living process of the server's user.
        var user = Environment.IsPrivilegedProcess ? await ServerUser.FindAsync(TestContext.Current.CancellationToken) : null;
        using var other = Command.Start("sleep", ["600"], user);
        var data = _folder["postgres/data"];
        await File.WriteAllTextAsync(
            ClusterProbe.PostmasterFile(_folder["postgres"]),
            string.Create(CultureInfo.InvariantCulture, $"{other.Id}\n{data}\n1700000000\n5432\n/tmp/contentapi.gone\n\n        0         0\nready   \n"),
            TestContext.Current.CancellationToken);

        await using var second = await ClusterProbe.StartAsync(_folder.Path);

        Assert.False(other.HasExited);
        other.Kill();
        Assert.Equal("1", await second.QueryAsync("select 1"));
    }

    [Fact]
    public async Task A_cluster_whose_making_was_killed_is_made_anew()
    {
        await using (var first = await ClusterProbe.StartAsync(_folder.Path))
        {
        }

        Directory.Move(_folder["postgres/data"], _folder["postgres/data.unfinished"]);
        File.Delete(_folder["postgres/data.unfinished/PG_VERSION"]);

        await using var second = await ClusterProbe.StartAsync(_folder.Path);

        Assert.Equal("1", await second.QueryAsync("select 1"));
        Assert.Equal(["data"], Directory.GetDirectories(second.DataDirectory).Select(Path.GetFileName));
    }
}
