using System.Net;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Server.Tests.Endpoints;

public sealed class HealthTests
{
    private const string NoDatabase = "Host=127.0.0.1;Port=1;Username=secretuser;Database=secretdb";

    [Fact]
    public async Task A_server_on_a_current_database_is_live_and_ready()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var server = await RunningServer.StartAsync(database.ConnectionString);

        Assert.Equal("""{"status":"live"}""", await GetOkAsync(server, "/health/live"));
        Assert.Equal("""{"status":"ready"}""", await GetOkAsync(server, "/health/ready"));
    }

    [Fact]
    public async Task A_server_without_its_database_is_live_and_not_ready()
    {
        await using var server = await RunningServer.StartAsync(NoDatabase);

        Assert.Equal("""{"status":"live"}""", await GetOkAsync(server, "/health/live"));
        var detail = await ExpectNotReadyAsync(server, "UNAVAILABLE");
        Assert.DoesNotContain("secret", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_on_an_empty_database_is_not_ready()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        await using var server = await RunningServer.StartAsync(database.ConnectionString);

        await ExpectNotReadyAsync(server, "DATABASE_OUTDATED");
    }

    [Fact]
    public async Task A_server_on_a_newer_database_is_not_ready()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        {
            await using var insert = source.CreateCommand("""insert into "__EFMigrationsHistory" values ('99991231235959_Future', '99.0.0')""");
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var server = await RunningServer.StartAsync(database.ConnectionString);

        await ExpectNotReadyAsync(server, "DATABASE_NEWER");
    }

    private static async Task<string> GetOkAsync(RunningServer server, string path)
    {
        var response = await server.Client.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> ExpectNotReadyAsync(RunningServer server, string code)
    {
        var response = await server.Client.SendAsync(HttpMethod.Get, "/health/ready");
        Assert.NotNull(response.Headers.RetryAfter);
        return await response.ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, code);
    }
}
