using System.Globalization;
using ContentApi.TestSupport;

namespace ContentApi.LocalPostgres.Tests;

public sealed class OwnerDeathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_owner_leaves_no_server_and_the_next_start_finds_the_data()
    {
        using (var owner = await ClusterOwner.StartAsync(_folder.Path, TestContext.Current.CancellationToken))
        {
            await ClusterProbe.QueryAsync(owner.ConnectionString, "create table kept as select 42 as answer");
            await using var busy = await ClusterProbe.OpenAsync(owner.ConnectionString);
            await owner.KillGroupAsync(TestContext.Current.CancellationToken);
            await ClusterProbe.UntilAsync(async () => (await ClusterProbe.FindProcessesAsync(owner.Home)).Count == 0);
        }

        await using var cluster = await ClusterProbe.StartAsync(_folder.Path);
        Assert.Equal("42", await cluster.QueryAsync("select answer from kept"));
    }

    [Fact]
    public async Task The_next_start_need_not_wait_until_a_killed_owners_server_is_gone()
    {
        using var owner = await ClusterOwner.StartAsync(_folder.Path, TestContext.Current.CancellationToken);
        await ClusterProbe.QueryAsync(owner.ConnectionString, "create table kept as select 42 as answer");
        await owner.KillGroupAsync(TestContext.Current.CancellationToken);

        await using var cluster = await ClusterProbe.StartAsync(_folder.Path);
        Assert.Equal("42", await cluster.QueryAsync("select answer from kept"));
    }

    [Fact]
    public async Task A_killed_owner_of_a_temporary_cluster_leaves_no_files()
    {
        using var owner = await ClusterOwner.StartAsync(folder: null, TestContext.Current.CancellationToken);
        Assert.True(Directory.Exists(owner.Home));

        await owner.KillGroupAsync(TestContext.Current.CancellationToken);

        await ClusterProbe.UntilAsync(() => Task.FromResult(!Directory.Exists(owner.Home)));
    }

    [Fact]
    public async Task The_server_is_outside_the_group_and_the_session_that_a_Ctrl_C_reaches()
    {
        using var owner = await ClusterOwner.StartAsync(_folder.Path, TestContext.Current.CancellationToken);

        var ownGroup = await ReadGroupAsync(owner.ProcessId.ToString(CultureInfo.InvariantCulture));
        var serverGroup = await ReadGroupAsync(ClusterProbe.ReadServerId(owner.Home));

        Assert.NotEqual(ownGroup.Group, serverGroup.Group);
        Assert.NotEqual(ownGroup.Session, serverGroup.Session);
    }

    [Fact]
    public async Task A_second_starter_is_told_who_holds_the_folder()
    {
        using var owner = await ClusterOwner.StartAsync(_folder.Path, TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<LocalPostgresException>(() => ClusterProbe.StartAsync(_folder.Path));

        Assert.Equal(
            $"The database in {owner.Home} is in use by process {owner.ProcessId}: stop that one first, or choose another folder with --data.",
            fault.Message);
        Assert.Equal("1", await ClusterProbe.QueryAsync(owner.ConnectionString, "select 1"));
    }

    private static async Task<(string Group, string Session)> ReadGroupAsync(string processId)
    {
        var told = await Command.RunAsync("ps", ["-o", "pgid=,sess=", "-p", processId], user: null, TestContext.Current.CancellationToken);
        var parts = told.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (parts[0], parts[1]);
    }
}
