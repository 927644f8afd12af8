using System.Net;
using System.Net.Sockets;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Doctor;
using ContentApi.Cli.Tests.Support;
using ContentApi.LocalPostgres;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Doctor;

public sealed class DoctorMachineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_tells_what_is_installed_and_leaves_nothing_behind()
    {
        var run = await DoctorRun.OfAsync(["--port", "0", "--data", _folder["data"]]);

        Assert.Equal((0, "All that is needed is there."), (run.ExitCode, run.LastLine));
        Assert.Equal($"contentapi {run["contentapi"].Detail}\n", (await CommandRun.OfAsync("--version")).Output);
        Assert.Matches(@"\A\.NET \d+\.\d+\.\d+ on .+, (x64|arm64)\z", run["system"].Detail);
        Assert.Matches(@"\A\d+\.\d+ in /\S+\z", run["postgresql"].Detail);
        Assert.Equal(new DoctorLine("ok", "port 0", "free"), run["port 0"]);
        Assert.Matches(@"\A\S+/postgres can hold the private database, [\d,]+ MB free\z", run["data"].Detail);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_taken_port_is_a_warning_that_names_a_way_out()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var run = await DoctorRun.OfAsync(["--port", $"{port}", "--data", _folder["data"]]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            new DoctorLine("warn", $"port {port}", "taken by another program, which may be contentapi itself", "Stop that program, or start with --port 0, which picks a free one."),
            run[$"port {port}"]);
    }

    [Fact]
    public async Task Data_that_are_in_use_are_a_warning()
    {
        await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = _folder["data"] }, TestContext.Current.CancellationToken);

        var run = await DoctorRun.OfAsync(["--port", "0", "--data", _folder["data"]]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            new DoctorLine(
                "warn",
                "data",
                $"{cluster.DataDirectory} is in use",
                $"The database in {cluster.DataDirectory} is in use by process {Environment.ProcessId}: stop that one first, or choose another folder with --data."),
            run["data"]);
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_installed_are_a_fault()
    {
        string place;
        await using (var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = _folder["data"] }, TestContext.Current.CancellationToken))
        {
            place = cluster.DataDirectory;
        }

        await File.WriteAllTextAsync(Path.Combine(place, "data", "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);
        var run = await DoctorRun.OfAsync(["--port", "0", "--data", _folder["data"]]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            new DoctorLine("FAIL", "data", $"{place} was written by PostgreSQL 9, which is not installed", "Install PostgreSQL 9, or delete that folder to start anew."),
            run["data"]);
    }

    [Fact]
    public async Task Data_that_cannot_be_used_are_a_fault_only_when_they_are_needed()
    {
        await File.WriteAllTextAsync(_folder["data"], "", TestContext.Current.CancellationToken);
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();

        var needed = await DoctorRun.OfAsync(["--port", "0", "--data", _folder["data"]]);
        var unneeded = await DoctorRun.OfAsync(["--port", "0", "--data", _folder["data"], "--database", database.ConnectionString]);

        Assert.Equal((2, "FAIL"), (needed.ExitCode, needed["data"].Mark));
        Assert.EndsWith(". Choose another folder with --data.", needed["data"].Remedy, StringComparison.Ordinal);
        Assert.Equal((0, "-"), (unneeded.ExitCode, unneeded["data"].Mark));
    }

    [Fact]
    public void Without_PostgreSQL_the_user_is_told_what_to_install_unless_a_database_is_given()
    {
        var fourteen = new PostgresInstallation("/opt/14/bin", "14.9", 14, IsUsable: false);

        var needed = new MachineChecks(Options(null)).CheckPostgres([fourteen]).ToList();
        var unneeded = new MachineChecks(Options(new GivenValue("postgres://h", "--database"))).CheckPostgres([]).ToList();

        const string Missing = "no server of version 15 or newer is installed; dev runs a private one";
        Assert.Equal(
            [
                new Check(CheckMark.Note, "postgresql", "14.9 in /opt/14/bin, too old for dev"),
                new Check(CheckMark.Fault, "postgresql", Missing, "Install it, with 'apt-get install postgresql' or 'brew install postgresql@17', or name a database with --database."),
            ],
            needed);
        Assert.Equal([new Check(CheckMark.Note, "postgresql", Missing)], unneeded);
    }

    private DoctorOptions Options(GivenValue? database) => new() { Folder = null, Database = database, Port = 0, DataDirectory = _folder["data"] };
}
