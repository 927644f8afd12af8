using System.Globalization;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Commands;

/// <summary>A folder and an empty database, and an import from one to the other that a fault ends.</summary>
internal sealed class FaultScene : IDisposable
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _root = new();
    private readonly Func<string> _address;

    /// <param name="address">The connection string of the database, which another start of its server changes.</param>
    public FaultScene(Func<string> address)
    {
        _address = address;
        Directory.CreateDirectory(_root["blog"]);
        File.WriteAllText(_root["blog/a.md"], "---\ntitle: A\ntags: [t]\n---\nText\n");
    }

    public string[] Arguments => ["import", _root["blog"], "--database", ConnectionString];

    // A pool would give connections of a server that is gone.
    private string ConnectionString => new NpgsqlConnectionStringBuilder(_address()) { Pooling = false }.ConnectionString;

    public Task<CommandRun> ImportAsync() => Task.Run(() => InProcess.RunAsync(Arguments), _ct);

    /// <summary>Keeps imports waiting, when all their content is written, until the connection is closed.</summary>
    public async Task<NpgsqlConnection> HoldAsync()
    {
        var holder = new NpgsqlConnection(ConnectionString);
        await holder.OpenAsync(_ct);

        // As text, because the server of a transaction may be gone when it is to be rolled back.
        await using var command = new NpgsqlCommand("begin; lock table import_run in share mode", holder);
        await command.ExecuteNonQueryAsync(_ct);
        return holder;
    }

    /// <summary>Waits until the import waits for <see cref="HoldAsync"/>.</summary>
    /// <returns>The server's process of the import.</returns>
    public async Task<string> WaitingAsync(Task import)
    {
        var session = "";
        await Wait.UntilAsync("the import at the held table", async () =>
        {
            Assert.False(import.IsCompleted);
            session = await QueryAsync("select min(pid) from pg_locks where not granted and relation = 'import_run'::regclass");
            return session.Length > 0;
        });
        return session;
    }

    /// <summary>Which of the two sentences depends on whether the server's last words arrive.</summary>
    public static void AssertCutOff(CommandRun run)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches(
            @"\Acontentapi: PostgreSQL at \S+ (ended the connection: terminating connection due to administrator command\.|broke the connection off\.) Check that it runs, and run the command again\.\n\z",
            run.Error);
    }

    /// <summary>The database is as empty as before.</summary>
    public async Task AssertUntouchedAsync()
    {
        await Wait.UntilAsync("the end of the session", async () => await QueryAsync("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())") == "0");
        Assert.Equal("0 0 0 0", await QueryAsync("select concat_ws(' ', (select count(*) from source), (select count(*) from article), (select count(*) from tag), (select count(*) from import_run))"));
    }

    /// <summary>The next import is as if nothing had been.</summary>
    public async Task AssertHealsAsync()
    {
        var next = await ImportAsync();

        Assert.Equal((0, ""), (next.ExitCode, next.Error));
        Assert.StartsWith("blog: 1 created; generic; version 1; ", next.Output, StringComparison.Ordinal);
    }

    public async Task<string> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(_ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(_ct), CultureInfo.InvariantCulture) ?? "";
    }

    public void Dispose() => _root.Dispose();
}
