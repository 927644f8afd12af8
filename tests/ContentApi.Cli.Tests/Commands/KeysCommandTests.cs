using System.Text.RegularExpressions;
using ContentApi.Cli.Tests.Support;
using ContentApi.Data;
using ContentApi.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContentApi.Cli.Tests.Commands;

public sealed class KeysCommandTests : IAsyncLifetime
{
    private TestDatabase? _database;

    private string ConnectionString => _database!.ConnectionString;

    public async ValueTask InitializeAsync() => _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();

    public async ValueTask DisposeAsync() => await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Theory]
    [InlineData("reader")]
    [InlineData("editor")]
    [InlineData("admin")]
    public async Task A_new_key_is_alone_on_standard_output_and_only_its_hash_is_stored(string role)
    {
        var run = await CommandRun.OfAsync("keys", "create", "--name", " 网站 preview ", "--role", role, "--database", ConnectionString);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\Acontentapi_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}\n\z", run.Output);
        Assert.StartsWith($"Made the key '网站 preview' with the role {role}. ", run.Error, StringComparison.Ordinal);
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(ConnectionString));
        var row = await context.ApiKeys.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("网站 preview", role.ToUpperInvariant(), 32, null, null), (row.Name, row.Role, row.Hash.Length, row.LastUsedAt, row.RevokedAt));
        Assert.DoesNotContain(run.Output.Trim()[34..], await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_a_table_without_secrets()
    {
        Assert.Equal("There are no keys.\n", (await RunAsync("list")).Output);
        var (first, second) = (await CreateAsync("preview site", "editor"), await CreateAsync("预览", "reader"));
        await RunAsync("revoke", IdOf(first));

        var list = (await RunAsync("list")).Output;

        var time = @"\d{4}-\d\d-\d\d \d\d:\d\dZ";
        Assert.Matches(
            $"""
            \AID                      NAME          ROLE    CREATED            LAST USED  REVOKED
            {IdOf(first)}  preview site  editor  {time}  -          {time}
            {IdOf(second)}  预览          reader  {time}  -          -
            \z
            """.ReplaceLineEndings("\n"),
            list);
        Assert.DoesNotContain(first[34..], list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_revoked_by_its_name_while_that_says_which()
    {
        await CreateAsync("old", "editor");
        Assert.Matches(@"\ARevoked the key 'old' \([0-9A-Za-z]{22}\)\.\n\z", (await RunAsync("revoke", "old")).Output);
        var (one, other) = (await CreateAsync("twin", "editor"), await CreateAsync("twin", "admin"));

        var again = await RunAsync("revoke", "old");
        var unknown = await RunAsync("revoke", "nobody");
        var twins = await RunAsync("revoke", "twin");

        Assert.Equal(new CommandRun(2, "", "contentapi: No good key has the id or the name 'old'; 'contentapi keys list' shows all keys.\n"), again);
        Assert.Equal(new CommandRun(2, "", "contentapi: No good key has the id or the name 'nobody'; 'contentapi keys list' shows all keys.\n"), unknown);
        Assert.Equal(new CommandRun(2, "", $"contentapi: 2 good keys have the name 'twin': revoke them by id, {IdOf(one)}, {IdOf(other)}.\n"), twins);
        Assert.Equal(0, (await RunAsync("revoke", IdOf(one))).ExitCode);
        Assert.Equal(0, (await RunAsync("revoke", "twin")).ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\tb")]
    [InlineData("\u202Egnp")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public async Task A_name_that_a_table_cannot_show_is_refused(string name)
    {
        var run = await InProcess.RunAsync("keys", "create", "--role", "reader", "--database", ConnectionString, $"--name={name}");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--name", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_tables_or_rights_ends_it_with_a_sentence()
    {
        await using var empty = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        var role = $"reader_{Guid.NewGuid():N}";
        await ExecuteAsync($"create role {role} login; grant select on all tables in schema public to {role}");
        try
        {
            var poor = new NpgsqlConnectionStringBuilder(ConnectionString) { Username = role, Password = null }.ConnectionString;

            var unmigrated = await InProcess.RunAsync("keys", "list", "--database", empty.ConnectionString);
            var forbidden = await InProcess.RunAsync("keys", "create", "--name", "n", "--role", "admin", "--database", poor);

            Assert.Equal(new CommandRun(2, "", "contentapi: The database lacks tables of this version; run contentapi migrate first.\n"), unmigrated);
            Assert.Equal((2, ""), (forbidden.ExitCode, forbidden.Output));
            Assert.Contains("permission denied for table api_key", forbidden.Error, StringComparison.Ordinal);
        }
        finally
        {
            await ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    private static string IdOf(string token) => Regex.Match(token, "(?<=^contentapi_)[^_]+").Value;

    private async Task<string> CreateAsync(string name, string role) => (await RunAsync("create", "--name", name, "--role", role)).Output.Trim();

    private Task<CommandRun> RunAsync(params string[] arguments) => InProcess.RunAsync(["keys", .. arguments, "--database", ConnectionString]);

    private async Task<string> DumpAsync()
    {
        await using var dataSource = NpgsqlDataSource.Create(ConnectionString);
        await using var command = dataSource.CreateCommand("select string_agg(k::text, '\n') from api_key k");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(ConnectionString);
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
