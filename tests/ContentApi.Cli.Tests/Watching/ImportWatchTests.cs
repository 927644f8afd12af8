using System.Text.Json;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Watching;

/// <summary><c>import --watch</c> as a user runs it.</summary>
public sealed class ImportWatchTests : IAsyncLifetime
{
    private readonly TemporaryFolder _root = new();
    private string _blog = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _blog = Directory.CreateDirectory(_root["blog"]).FullName;
        Save("first.md", "First");
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _root.Dispose();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Saves_are_imported_until_a_signal_ends_it(string signal)
    {
        using var watch = Watch("--prune");
        await watch.UntilAsync("Waiting for saves; Ctrl-C ends it.");

        Save("second.md", "Second");
        await UntilTitlesAsync("First,Second");
        await watch.UntilAsync(" 1 created, 1 unchanged; ");
        File.Delete(Path.Combine(_blog, "second.md"));
        await UntilTitlesAsync("First");

        // A save that cannot be imported is told, and the next one is.
        await File.WriteAllTextAsync(Path.Combine(_blog, "contentapi.yaml"), "nonsense: 1\n", TestContext.Current.CancellationToken);
        await watch.UntilAsync("there is no setting 'nonsense'");
        File.Delete(Path.Combine(_blog, "contentapi.yaml"));
        Save("third.md", "Third");
        await UntilTitlesAsync("First,Third");

        Assert.Equal((0, ""), (await watch.EndAsync(signal), watch.Error));
    }

    [Fact]
    public async Task Saves_while_an_import_runs_are_one_import_after_it_and_each_import_is_a_line_of_JSON()
    {
        using var watch = Watch("--report", "json");
        await watch.UntilAsync("\"created\":1,");

        // The import of the next save waits for this lock.
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var hold = new NpgsqlCommand("lock table article in access exclusive mode", connection);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            Save("second.md", "Second");
            await UntilImportWaitsAsync();
            for (var number = 0; number < 5; number++)
            {
                Save($"more{number}.md", $"More {number}");
            }
        }

        // What the first of the two sees of the saves depends on when it looked.
        await Wait.UntilAsync("both imports", () => Task.FromResult(watch.Output.Count == 3));
        Assert.Equal(0, await watch.EndAsync("INT"));
        Assert.Equal(3, watch.Output.Count);
        Assert.Equal(7, watch.Output.Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("created").GetInt32()));
    }

    [Fact]
    public async Task A_save_beside_another_import_is_imported_when_that_has_ended()
    {
        using var watch = Watch();
        await watch.UntilAsync("Waiting for saves; Ctrl-C ends it.");

        // The lock of the source, as an importer holds it.
        await using (var connection = new NpgsqlConnection(_database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = new NpgsqlCommand("select pg_advisory_lock(('x' || left(replace(id::text, '-', ''), 16))::bit(64)::bigint) from source", connection);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            Save("second.md", "Second");
            await watch.UntilAsync(" of 'blog' is running ");
            await using var free = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
            await free.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await UntilTitlesAsync("First,Second");
        Assert.Equal((0, ""), (await watch.EndAsync("INT"), watch.Error));
        Assert.Single(watch.Output, line => line.Contains(" is running ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_before_the_first_import_is_done_ends_it_as_one_after_it(string signal)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("lock table article in access exclusive mode", connection);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var watch = Watch();
        await UntilImportWaitsAsync();

        Assert.Equal((0, ""), (await watch.EndAsync(signal), watch.Error));
        Assert.Empty(watch.Output);
    }

    [Fact]
    public async Task What_does_not_go_with_it_is_refused()
    {
        string[] watch = ["import", _blog, "--watch", "--database", _database.ConnectionString];

        Assert.Equal(
            new CommandRun(2, "", "contentapi: --watch ends with 0 whatever it finds, and --strict says with what to end: give one of them.\n"), await InProcess.RunAsync([.. watch, "--strict"]));
        Assert.Equal(new CommandRun(2, "", "contentapi: --watch imports and --dry-run does not: give one of them.\n"), await InProcess.RunAsync([.. watch, "--dry-run"]));
    }

    [Fact]
    public async Task What_has_no_saves_is_not_watched()
    {
        const string Sentence = "contentapi: --watch waits for saves in one folder: import archives, repositories and several folders without it.\n";
        string[] database = ["--watch", "--database", _database.ConnectionString];

        Assert.Equal(new CommandRun(2, "", Sentence), await InProcess.RunAsync(["import", $"{_blog}#main", .. database]));
        Assert.Equal(new CommandRun(2, "", Sentence), await InProcess.RunAsync(["import", _blog, _root.Path, .. database]));
    }

    private RunningCommand Watch(params string[] more) => RunningCommand.Start(["import", _blog, "--watch", "--database", _database.ConnectionString, .. more]);

    private void Save(string name, string title) => File.WriteAllText(Path.Combine(_blog, name), $"---\ntitle: {title}\n---\nText.\n");

    private Task UntilImportWaitsAsync() => Wait.UntilAsync("the import at the locked table", async () => await QueryAsync(
        "select count(*)::text from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())") != "0");

    private Task UntilTitlesAsync(string titles) => Wait.UntilAsync(titles, async () => await QueryAsync("select string_agg(title, ',' order by title) from article") == titles);

    private async Task<string?> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }
}
