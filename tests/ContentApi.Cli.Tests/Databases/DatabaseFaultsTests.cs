using System.Net;
using System.Net.Sockets;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Databases;

public sealed class DatabaseFaultsTests(GuardedCluster cluster) : IClassFixture<GuardedCluster>
{
    private string Server => $"PostgreSQL at {cluster.Socket}/.s.PGSQL.5432";

    [Fact]
    public async Task Nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await ExpectAsync($"postgres://u:secret@127.0.0.1:{port}/d", $"Cannot reach PostgreSQL at 127.0.0.1:{port}: Connection refused. Check that it runs there, and the host and port in the address.");
    }

    [Fact]
    public async Task Somebody_listens_who_never_answers()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await ExpectAsync($"postgres://127.0.0.1:{port}/d?connect_timeout=1", $"Cannot reach PostgreSQL at 127.0.0.1:{port}: it did not answer in time. Check the host and port in the address.");
    }

    [Fact]
    public Task The_host_has_no_address() => ExpectAsync(
        "postgres://no-such-host.invalid/d", "Cannot reach PostgreSQL at no-such-host.invalid:5432: the host name is not known. Check the host in the address.");

    [Fact]
    public Task The_socket_is_not_there() => ExpectAsync(
        "postgres:///d?host=/no/such/folder",
        "Cannot reach PostgreSQL at /no/such/folder/.s.PGSQL.5432: Cannot assign requested address. Check that it runs there, and the host and port in the address.");

    [Fact]
    public Task The_password_is_wrong() => ExpectAsync(
        $"postgres://visitor:wrong@/postgres?host={cluster.Socket}",
        $"{Server} does not accept the password of the user 'visitor'. Check user and password in the address.");

    [Fact]
    public Task The_password_is_missing() => ExpectAsync(
        $"postgres://visitor@/postgres?host={cluster.Socket}",
        $"{Server} asks for a password: write it into the address, or into a file that CONTENTAPI_DATABASE_PASSWORD_FILE names.");

    [Fact]
    public Task The_user_does_not_exist() => ExpectAsync(
        $"postgres://stranger:secret@/postgres?host={cluster.Socket}",
        $"{Server} does not accept the password of the user 'stranger'. Check user and password in the address.");

    [Fact]
    public async Task The_user_may_not_log_in()
    {
        await cluster.ExecuteAsync("create role guest password 'right'");

        await ExpectAsync(
            $"postgres://guest:right@/postgres?host={cluster.Socket}",
            $"{Server} does not let the user 'guest' in: role \"guest\" is not permitted to log in. Check the user in the address, and pg_hba.conf of the server.");
    }

    [Fact]
    public async Task The_user_may_not_make_tables()
    {
        await cluster.CreateDatabaseAsync("guarded", migrated: false);

        await ExpectAsync(
            $"postgres://visitor:right@/guarded?host={cluster.Socket}",
            $"{Server} refuses: permission denied for schema public. Let the user 'visitor' own the database, or grant create on its schema public.");
    }

    [Theory]
    [InlineData("serve", "permission denied for table __EFMigrationsHistory.")]
    [InlineData("import .", "permission denied for table __EFMigrationsHistory.")]
    public async Task The_user_may_not_read(string command, string refusal)
    {
        var name = $"unread_{Guid.NewGuid():N}";
        await cluster.CreateDatabaseAsync(name, migrated: true);

        var run = await InProcess.RunAsync([.. command.Split(' '), "--database", $"postgres://visitor:right@/{name}?host={cluster.Socket}"]);

        Assert.Equal(
            new CommandRun(2, "", $"contentapi: {Server} refuses: {refusal} Connect as the user that migrates or imports, or grant the user 'visitor' the rights that are missing.\n"),
            run);
    }

    [Fact]
    public async Task The_user_may_read_and_not_import()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["a.md"], "---\ntitle: A\n---\n", TestContext.Current.CancellationToken);
        var name = $"read_{Guid.NewGuid():N}";
        var database = await cluster.CreateDatabaseAsync(name, migrated: true);
        await cluster.ExecuteAsync("grant select on all tables in schema public to visitor", database);

        var run = await InProcess.RunAsync("import", folder.Path, "--database", $"postgres://visitor:right@/{name}?host={cluster.Socket}");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches(
            @"\Acontentapi: PostgreSQL at \S+ refuses: permission denied for table \w+\. Connect as the user that migrates or imports, or grant the user 'visitor' the rights that are missing\.\n\z",
            run.Error);
    }

    [Fact]
    public Task The_database_does_not_exist() => ExpectAsync(
        $"postgres://contentapi@/misspelt?host={cluster.Socket}", $"{Server} has no database 'misspelt'. Create it first: createdb misspelt.");

    [Fact]
    public async Task The_server_has_no_free_connection()
    {
        await cluster.ExecuteAsync("alter role visitor connection limit 0");
        try
        {
            await ExpectAsync(
                $"postgres://visitor:right@/postgres?host={cluster.Socket}",
                $"{Server} has no free connection: too many connections for role \"visitor\". Try again later.");
        }
        finally
        {
            await cluster.ExecuteAsync("alter role visitor connection limit -1");
        }
    }

    [Theory]
    [InlineData("import . --database")]
    [InlineData("serve --database")]
    public async Task The_database_is_not_migrated(string command)
    {
        var database = await cluster.CreateDatabaseAsync($"bare_{Guid.NewGuid():N}", migrated: false);

        var run = await InProcess.RunAsync([.. command.Split(' '), database]);

        Assert.Equal(new CommandRun(2, "", "contentapi: The database lacks tables of this version; run contentapi migrate first.\n"), run);
    }

    [Theory]
    [InlineData("migrate --database")]
    [InlineData("import . --database")]
    [InlineData("serve --database")]
    public async Task The_database_is_of_a_newer_version(string command)
    {
        var database = await cluster.CreateDatabaseAsync($"newer_{Guid.NewGuid():N}", migrated: true);
        await cluster.ExecuteAsync("insert into \"__EFMigrationsHistory\" values ('99990101000000_Future', '99.0')", database);

        var run = await InProcess.RunAsync([.. command.Split(' '), database]);

        Assert.Equal(
            new CommandRun(2, "", "contentapi: The database was written by a newer version of ContentApi (it has the migration '99990101000000_Future'). Update ContentApi, or use another database.\n"),
            run);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.DiskFull, true)]
    [InlineData(PostgresErrorCodes.InvalidPassword, false)]
    [InlineData(PostgresErrorCodes.InvalidCatalogName, false)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, false)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false)]
    public async Task What_passes_by_itself_is_known(string state, bool passes)
    {
        var fault = await Assert.ThrowsAsync<CommandFault>(() =>
            DatabaseFaults.GuardAsync("Host=h", () => Task.FromException<int>(new InvalidOperationException("wrapped", new PostgresException("It is so.", "FATAL", "FATAL", state)))));

        Assert.Equal(passes, fault.Passes);
    }

    [Theory]
    [InlineData(SocketError.ConnectionRefused, true)]
    [InlineData(SocketError.ConnectionReset, true)]
    [InlineData(null, false)]
    public async Task A_connection_that_breaks_off_passes(SocketError? error, bool passes)
    {
        Exception? cause = error is { } code ? new SocketException((int)code) : null;

        var fault = await Assert.ThrowsAsync<CommandFault>(() => DatabaseFaults.GuardAsync("Host=h", () => Task.FromException<int>(new NpgsqlException("It is so.", cause))));

        Assert.Equal(passes, fault.Passes);
    }

    private static async Task ExpectAsync(string address, string sentence)
    {
        var run = await InProcess.RunAsync("migrate", "--database", address);

        Assert.Equal(new CommandRun(2, "", $"contentapi: {sentence}\n"), run);
    }
}
