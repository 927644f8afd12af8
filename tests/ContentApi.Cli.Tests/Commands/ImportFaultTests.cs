using System.Diagnostics;
using System.Globalization;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Commands;

/// <summary>What an import says and returns when it is ended, or kept out by another one.</summary>
public sealed class ImportFaultTests : IAsyncLifetime
{
    private FaultScene _scene = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _scene = new FaultScene(() => _database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        _scene.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_session_that_somebody_ends_gives_2()
    {
        Task<CommandRun> import;
        await using (await _scene.HoldAsync())
        {
            import = _scene.ImportAsync();
            await _scene.QueryAsync($"select pg_terminate_backend({await _scene.WaitingAsync(import)})");

            FaultScene.AssertCutOff(await import);
        }

        await _scene.AssertUntouchedAsync();
        await _scene.AssertHealsAsync();
    }

    [Fact]
    public async Task Another_import_of_the_source_gives_2_and_is_named()
    {
        Task<CommandRun> first;
        await using (await _scene.HoldAsync())
        {
            first = _scene.ImportAsync();
            var session = await _scene.WaitingAsync(first);

            var second = await _scene.ImportAsync();

            Assert.Equal((2, ""), (second.ExitCode, second.Output));
            Assert.Matches(
                $@"\Acontentapi: Another import\b.* of 'blog' is running \(contentapi, process {Environment.ProcessId}, from this machine, database process {session}\); try again when it has ended\.\n\z",
                second.Error);
        }

        Assert.Equal(0, (await first).ExitCode);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_gives_2(string signal)
    {
        using var process = Process.Start(CommandRun.CreateStart(_scene.Arguments, new Dictionary<string, string>()))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var import = CommandRun.OfAsync(process, output, error);
        await using (await _scene.HoldAsync())
        {
            await _scene.WaitingAsync(import);
            using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);

            Assert.Equal(new CommandRun(2, "", "contentapi: Stopped before the end; the database holds what it held before.\n"), await import);
        }

        await _scene.AssertUntouchedAsync();
        await _scene.AssertHealsAsync();
    }
}
