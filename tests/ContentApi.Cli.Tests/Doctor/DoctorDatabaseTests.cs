using System.Net;
using System.Net.Sockets;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Doctor;
using ContentApi.Cli.Tests.Databases;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.Cli.Tests.Doctor;

public sealed class DoctorDatabaseTests(GuardedCluster cluster) : IClassFixture<GuardedCluster>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_database_nothing_is_missing()
    {
        var run = await DiagnoseAsync();

        Assert.Equal((0, "All that is needed is there."), (run.ExitCode, run.LastLine));
        Assert.Equal(new DoctorLine("-", "database", "none given, and dev runs its own; name yours with --database or in CONTENTAPI_DATABASE"), run["database"]);
    }

    [Fact]
    public async Task A_database_that_was_filled_is_told_with_its_last_import()
    {
        var database = await cluster.CreateDatabaseAsync(NewName(), migrated: true);
        var before = await DiagnoseAsync("--database", database);
        await File.WriteAllTextAsync(_folder["a.md"], "---\ntitle: A\n---\n", TestContext.Current.CancellationToken);
        await CommandRun.OfAsync("import", _folder.Path, "--source", "blog", "--database", database);

        var after = DoctorRun.Read(await CommandRun.OfAsync(["doctor", "--data", _folder["data"]], new Dictionary<string, string> { ["CONTENTAPI_DATABASE"] = database }));

        Assert.Equal(0, before.ExitCode);
        Assert.Equal(new DoctorLine("warn", "content", "nothing was imported yet", "Import a folder: contentapi import FOLDER."), before["content"]);
        Assert.Equal(0, after.ExitCode);
        Assert.Matches($@"\APostgreSQL \d+\.\d+ at {cluster.Socket}/\.s\.PGSQL\.5432, database \w+\z", after["database"].Detail);
        Assert.Equal(new DoctorLine("ok", "rights", "'contentapi' may read, import, migrate"), after["rights"]);
        Assert.Equal(new DoctorLine("ok", "schema", "of this version"), after["schema"]);
        Assert.Matches(@"\A1 article; last import \d{4}-\d\d-\d\d \d\d:\d\d UTC, 'blog'\z", after["content"].Detail);
    }

    [Fact]
    public async Task An_empty_database_asks_to_be_migrated()
    {
        var run = await DiagnoseAsync("--database", await cluster.CreateDatabaseAsync(NewName(), migrated: false));

        Assert.Equal((2, "1 check failed."), (run.ExitCode, run.LastLine));
        Assert.Equal(new DoctorLine("ok", "rights", "'contentapi' may migrate"), run["rights"]);
        Assert.Equal(new DoctorLine("FAIL", "schema", "empty", "Run contentapi migrate to make the tables."), run["schema"]);
    }

    [Fact]
    public async Task An_older_database_is_behind_by_its_missing_migrations()
    {
        var database = await cluster.CreateDatabaseAsync(NewName(), migrated: true);
        await cluster.ExecuteAsync("""delete from "__EFMigrationsHistory" where migration_id = (select max(migration_id) from "__EFMigrationsHistory")""", database);

        var run = await DiagnoseAsync("--database", database);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(new DoctorLine("FAIL", "schema", "behind by 1 migration", "Run contentapi migrate."), run["schema"]);
    }

    [Fact]
    public async Task A_newer_database_asks_for_a_newer_program()
    {
        var database = await cluster.CreateDatabaseAsync(NewName(), migrated: true);
        await cluster.ExecuteAsync("insert into \"__EFMigrationsHistory\" values ('99990101000000_Future', '99.0')", database);

        var run = await DiagnoseAsync("--database", database);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            new DoctorLine(
                "FAIL",
                "schema",
                "not of this version",
                "The database was written by a newer version of ContentApi (it has the migration '99990101000000_Future'). Update ContentApi, or use another database."),
            run["schema"]);
    }

    [Fact]
    public async Task The_rights_of_every_role_are_told()
    {
        var name = NewName();
        var owner = await cluster.CreateDatabaseAsync(name, migrated: true);
        var visitor = $"postgres://visitor:right@/{name}?host={cluster.Socket}";

        var nothing = await DiagnoseAsync("--database", visitor);
        await cluster.ExecuteAsync("grant select on all tables in schema public to visitor", owner);
        var reader = await DiagnoseAsync("--database", visitor);
        await cluster.ExecuteAsync("grant insert, update, delete on all tables in schema public to visitor", owner);
        var writer = await DiagnoseAsync("--database", visitor);

        Assert.Equal(
            (2, new DoctorLine("FAIL", "rights", "'visitor' may not read, import, migrate", "Grant it as the owner: grant select on all tables in schema public to \"visitor\".")),
            (nothing.ExitCode, nothing["rights"]));
        Assert.Equal((0, new DoctorLine("ok", "rights", "'visitor' may read; may not import, migrate")), (reader.ExitCode, reader["rights"]));
        Assert.Equal((0, new DoctorLine("ok", "rights", "'visitor' may read, import; may not migrate")), (writer.ExitCode, writer["rights"]));
    }

    [Fact]
    public async Task A_user_who_may_not_make_tables_in_an_empty_database_is_told()
    {
        var name = NewName();
        await cluster.CreateDatabaseAsync(name, migrated: false);

        var run = await DiagnoseAsync("--database", $"postgres://visitor:right@/{name}?host={cluster.Socket}");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(new DoctorLine("FAIL", "rights", "'visitor' may not make tables", "Let 'visitor' own the database, or migrate as its owner."), run["rights"]);
    }

    [Fact]
    public async Task A_server_that_takes_no_changes_is_told()
    {
        var database = await cluster.CreateDatabaseAsync(NewName(), migrated: true);

        var run = await DiagnoseAsync("--database", $"{database};Options=-c default_transaction_read_only=on");

        Assert.Equal(new DoctorLine("ok", "rights", "'contentapi' may read; may not import, migrate; the server takes no changes"), run["rights"]);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_not_waited_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        // Without a limit of its own this address waits for ever.
        var run = await DiagnoseAsync("--database", $"Host=127.0.0.1;Port={port};Database=d;Timeout=0");

        Assert.Equal((2, "1 check failed."), (run.ExitCode, run.LastLine));
        Assert.Equal(
            new DoctorLine("FAIL", "database", "the one in --database cannot be used", $"Cannot reach PostgreSQL at 127.0.0.1:{port}: it did not answer in time. Check the host and port in the address."),
            run["database"]);
    }

    [Fact]
    public async Task What_was_seen_before_the_time_was_up_is_told()
    {
        var database = await cluster.CreateDatabaseAsync(NewName(), migrated: true);
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("lock table source in access exclusive mode", connection, transaction);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var clock = new FakeTimeProvider();
        var options = new DoctorOptions { Folder = null, Database = new GivenValue(database, "--database"), Port = 0, DataDirectory = _folder["data"] };

        var checking = new DatabaseChecks(options, clock).RunAsync(TestContext.Current.CancellationToken);
        await using var wait = new NpgsqlCommand("select exists (select from pg_locks where relation = 'source'::regclass and not granted)", connection, transaction);
        await Wait.UntilAsync("doctor waits for the table", async () => await wait.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true);
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(["database", "rights", "schema", "database"], (await checking).Checks.Select(check => check.Name));
        Assert.Equal("did not answer in time", (await checking).Checks[^1].Detail);
    }

    [Theory]
    [InlineData("mysql://root:secret@localhost")]
    [InlineData("postgres://visitor:secret@/postgres?host={0}")]
    public async Task A_database_that_cannot_be_used_is_told_without_its_password(string address)
    {
        var run = await DiagnoseAsync("--database", string.Format(address, cluster.Socket));

        Assert.Equal(("FAIL", 2), (run["database"].Mark, run.ExitCode));
        Assert.DoesNotContain("secret", string.Join('\n', run.Checks), StringComparison.Ordinal);
    }

    private static string NewName() => $"doctor_{Guid.NewGuid():N}";

    private Task<DoctorRun> DiagnoseAsync(params string[] arguments) => DoctorRun.OfAsync([.. arguments, "--data", _folder["data"]]);
}
