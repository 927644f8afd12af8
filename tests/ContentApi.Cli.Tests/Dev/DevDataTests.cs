using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Dev;

public sealed class DevDataTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly string _data;
    private readonly string _posts;

    public DevDataTests()
    {
        _data = _root["data"];
        _posts = Directory.CreateDirectory(_root["posts"]).FullName;
        File.WriteAllText(Path.Combine(_posts, "first.md"), "---\ntitle: First\n---\n");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Data_that_another_session_uses_are_refused()
    {
        await using var dev = await DevProcess.StartAsync(_posts, _data);

        var run = await CommandRun.OfAsync("dev", _posts, "--port", "0", "--data", _data);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"contentapi: The database in {_data}/postgres is in use by process ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("initdb: error: could not write file: No space left on device")]
    [InlineData("FATAL:  could not extend file: wrote only 4096 of 8192 bytes at block 20\nHINT:  Check free disk space.\nPANIC:  cannot abort transaction 1")]
    public async Task A_full_disk_is_told_in_a_sentence(string said)
    {
        // The newest version wins, so these are the programs that dev takes.
        WriteProgram("postgres", "echo 'postgres (PostgreSQL) 99.0'");
        WriteProgram("initdb", $"echo '{said}' >&2; exit 1");

        var run = await CommandRun.OfAsync(
            ["dev", _posts, "--port", "0", "--data", _data],
            new Dictionary<string, string> { ["PATH"] = $"{_root["bin"]}:{Environment.GetEnvironmentVariable("PATH")}" });

        Assert.Equal(new CommandRun(2, "", $"contentapi: The disk of {_data}/postgres is full: make room there, or choose another folder with --data.\n"), run);
    }

    [Fact]
    public async Task Data_that_this_user_may_not_write_are_told_in_a_sentence()
    {
        var closed = Directory.CreateDirectory(_root["closed"]).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await CommandRun.WithoutPrivilegesAsync("dev", _posts, "--port", "0", "--data", closed);

        Assert.Equal(
            new CommandRun(2, "", $"contentapi: The folder {closed}/postgres is closed to this user: start as its owner, or choose another folder with --data.\n"),
            run);
    }

    private void WriteProgram(string name, string script)
    {
        var path = Path.Combine(Directory.CreateDirectory(_root["bin"]).FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }
}
