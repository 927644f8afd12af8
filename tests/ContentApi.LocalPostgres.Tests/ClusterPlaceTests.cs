using ContentApi.TestSupport;

namespace ContentApi.LocalPostgres.Tests;

public sealed class ClusterPlaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Looking_for_a_place_makes_nothing()
    {
        var wanted = _folder["not/there/yet"];

        var place = await ClusterPlace.FindAsync(wanted, TestContext.Current.CancellationToken);

        Assert.Equal((Path.Combine(wanted, "postgres"), null, null, null), (place.Folder, place.MovedBecause, place.InUse, place.Major));
        Assert.True(place.FreeBytes > 0);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Many_may_look_for_the_same_place_at_once_and_while_a_cluster_begins_there()
    {
        var wanted = _folder["not/there/yet"];
        var looks = Enumerable.Range(0, 12).Select(_ => Task.Run(() => ClusterPlace.FindAsync(wanted, TestContext.Current.CancellationToken))).ToList();
        var start = ClusterProbe.StartAsync(wanted);

        Assert.All(await Task.WhenAll(looks), place => Assert.Equal(Path.Combine(wanted, "postgres"), place.Folder));
        await using (await start)
            Assert.Equal(["not"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_in_the_way_is_told()
    {
        await File.WriteAllTextAsync(_folder["data"], "", TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<LocalPostgresException>(() => ClusterPlace.FindAsync(_folder["data/deeper"], TestContext.Current.CancellationToken));

        Assert.Contains(_folder["data"], fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_is_told_with_its_version_and_who_runs_it()
    {
        await using (var cluster = await ClusterProbe.StartAsync(_folder["data"]))
        {
            var running = await ClusterPlace.FindAsync(_folder["data"], TestContext.Current.CancellationToken);
            Assert.StartsWith($"The database in {cluster.DataDirectory} is in use by process ", running.InUse, StringComparison.Ordinal);
        }

        var stopped = await ClusterPlace.FindAsync(_folder["data"], TestContext.Current.CancellationToken);
        Assert.Null(stopped.InUse);
        Assert.True(stopped.Major >= 15);
        Assert.True(Directory.Exists(Path.Combine(stopped.Folder, "data")));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_refused_and_kept()
    {
        Directory.CreateDirectory(_folder["data/postgres"]);
        await File.WriteAllTextAsync(_folder["data/postgres/mine"], "", TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<LocalPostgresException>(() => ClusterPlace.FindAsync(_folder["data"], TestContext.Current.CancellationToken));

        Assert.Equal($"The folder {_folder["data/postgres"]} holds something else than a database of contentapi's: choose another folder with --data.", fault.Message);
        Assert.True(File.Exists(_folder["data/postgres/mine"]));
    }

    [Fact]
    public async Task Every_installation_is_found_with_its_version()
    {
        var found = await PostgresInstallation.FindAllAsync(TestContext.Current.CancellationToken);

        Assert.Contains(found, one => one.IsUsable);
        Assert.All(found, one => Assert.StartsWith($"{one.Major}", one.Version, StringComparison.Ordinal));
        Assert.All(found, one => Assert.True(File.Exists(Path.Combine(one.Directory, "initdb"))));
    }
}
