using System.Globalization;
using System.Text.RegularExpressions;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Commands;

/// <summary>What an import says and returns when its database is taken away from it, or taken.</summary>
public sealed class ImportFaultTests : IAsyncLifetime
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _root = new();
    private TestDatabase _database = null!;
    private string _blog = "";

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _blog = Directory.CreateDirectory(_root["blog"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(_blog, "a.md"), "---\ntitle: A\n---\nText\n", _ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _root.Dispose();
    }

    [Fact]
    public async Task A_connection_that_is_ended_is_told_with_2_and_the_next_import_is_as_if_nothing_had_been()
    {
        Task<CommandRun> import;
        await using (await HoldAsync("import_run"))
        {
            import = Task.Run(() => ImportAsync(), _ct);
            await ScalarAsync($"select pg_terminate_backend({await WaitingAsync()})");
            var run = await import;

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Matches(
                @"\Acontentapi: PostgreSQL at \S+ (ended the connection: terminating connection due to administrator command\.|broke the connection off\.) Check that it runs, and run the command again\.\n\z",
                run.Error);
        }

        Assert.Equal("0", await ScalarAsync("select count(*) from article"));
        var next = await ImportAsync();
        Assert.Equal((0, ""), (next.ExitCode, next.Error));
        Assert.Contains("blog: 1 created; ", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_of_the_same_source_ends_with_2_and_names_the_first()
    {
        Task<CommandRun> first;
        await using (await HoldAsync("import_run"))
        {
            first = Task.Run(() => ImportAsync(), _ct);
            var pid = await WaitingAsync();

            var second = await ImportAsync();

            Assert.Equal((2, ""), (second.ExitCode, second.Output));
            Assert.Matches(
                $@"\Acontentapi: Another import of 'blog' is running \(contentapi import, process {Environment.ProcessId}, from .+, database process {Regex.Escape(pid)}\); try again when it has ended\.\n\z",
                second.Error);
        }

        Assert.Equal(0, (await first).ExitCode);
    }

    private Task<CommandRun> ImportAsync() => InProcess.RunAsync("import", _blog, "--database", _database.ConnectionString);

    private async Task<NpgsqlConnection> HoldAsync(string table)
    {
        var holder = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false }.ConnectionString);
        await holder.OpenAsync(_ct);
        await using var command = new NpgsqlCommand($"begin; lock table {table} in share mode", holder);
        await command.ExecuteNonQueryAsync(_ct);
        return holder;
    }

    /// <returns>The server's process of the import, which waits for what the test holds.</returns>
    private async Task<string> WaitingAsync()
    {
        while (true)
        {
            var pid = await ScalarAsync("select pid from pg_stat_activity where application_name like 'contentapi import%' and datname = current_database() and wait_event_type = 'Lock'");
            if (pid.Length > 0)
                return pid;
            await Task.Delay(TimeSpan.FromMilliseconds(5), _ct);
        }
    }

    private async Task<string> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(_ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(_ct), CultureInfo.InvariantCulture) ?? "";
    }
}
