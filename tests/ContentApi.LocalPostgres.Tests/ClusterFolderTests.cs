using ContentApi.TestSupport;

namespace ContentApi.LocalPostgres.Tests;

public sealed class ClusterFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cluster_below_a_folder_that_its_user_cannot_reach_lies_elsewhere()
    {
        var closed = Directory.CreateDirectory(_folder["closed"]).FullName;
        var wanted = Path.Combine(closed, "clone", ".contentapi");
        if (!Environment.IsPrivilegedProcess)
        {
            // Without root the server's user is ours, and what it cannot reach we cannot either.
            File.SetUnixFileMode(closed, UnixFileMode.None);
            await Assert.ThrowsAsync<LocalPostgresException>(() => ClusterProbe.StartAsync(wanted));
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }

        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var first = await ClusterProbe.StartAsync(wanted);
        await first.QueryAsync("create table kept as select 42 as answer");
        await first.DisposeAsync();
        await using var second = await ClusterProbe.StartAsync(wanted);
        try
        {
            Assert.Equal("42", await second.QueryAsync("select answer from kept"));
            Assert.StartsWith("/var/lib/contentapi/", second.DataDirectory, StringComparison.Ordinal);
            Assert.Equal(
                $"The database lies in {second.DataDirectory}, because PostgreSQL does not run as root, and the user {await ServerUser.FindAsync(TestContext.Current.CancellationToken)} that runs it cannot reach {wanted}/postgres.",
                second.MovedBecause);
            Assert.Empty(Directory.GetFileSystemEntries(closed));
        }
        finally
        {
            await second.DisposeAsync();
            Directory.Delete(second.DataDirectory, recursive: true);
        }
    }

    [Fact]
    public async Task Data_of_another_version_are_left_alone()
    {
        await using (var first = await ClusterProbe.StartAsync(_folder.Path))
        {
        }

        await File.WriteAllTextAsync(_folder["postgres/data/PG_VERSION"], "14\n", TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<LocalPostgresException>(() => ClusterProbe.StartAsync(_folder.Path));

        Assert.StartsWith($"The data in {_folder["postgres"]} were written by PostgreSQL 14, and ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("install PostgreSQL 14, or delete that folder to start anew.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_refused()
    {
        Directory.CreateDirectory(_folder["postgres"]);
        await File.WriteAllTextAsync(_folder["postgres/notes.md"], "mine", TestContext.Current.CancellationToken);
        var mode = File.GetUnixFileMode(_folder["postgres"]);

        var fault = await Assert.ThrowsAsync<LocalPostgresException>(() => ClusterProbe.StartAsync(_folder.Path));

        Assert.Equal(
            $"The folder {_folder["postgres"]} holds something else than a database of contentapi's: choose another folder with --data.",
            fault.Message);
        Assert.Equal(mode, File.GetUnixFileMode(_folder["postgres"]));
    }
}
