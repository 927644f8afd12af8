using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Commands;

public sealed class MigrateCommandTests
{
    [Fact]
    public async Task An_empty_database_gets_its_tables_once()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateEmptyDatabaseAsync();

        var first = await CommandRun.OfAsync("migrate", "--database", database.ConnectionString);
        var second = await CommandRun.OfAsync(["migrate"], new Dictionary<string, string> { ["CONTENTAPI_DATABASE"] = database.ConnectionString });

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Matches(@"\AApplied \d+ migrations?\.\n\z", first.Output);
        Assert.Equal(new CommandRun(0, "The database is of this version already.\n", ""), second);
    }
}
