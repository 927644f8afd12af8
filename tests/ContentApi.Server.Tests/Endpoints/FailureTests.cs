using System.Net;
using ContentApi.TestSupport;

namespace ContentApi.Server.Tests.Endpoints;

/// <summary>What clients learn when the server fails: that it did, and nothing else.</summary>
public sealed class FailureTests
{
    private static readonly string Image = $"/images/{Guid.NewGuid():N}/a.png";

    [Fact]
    public async Task A_fault_of_ours_is_an_internal_error_without_details()
    {
        // Without tables every look-up of an image fails.
        await using var database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        await using var server = await RunningServer.StartAsync(database.ConnectionString);

        var response = await server.Client.SendAsync(HttpMethod.Get, Image, ("Origin", "http://localhost:3000"));

        Assert.Equal("The server failed. The operator finds the cause in its log.", await response.ExpectProblemAsync(HttpStatusCode.InternalServerError, "INTERNAL_ERROR"));
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_database_that_is_away_is_a_reason_to_come_back()
    {
        await using var server = await RunningServer.StartAsync("Host=127.0.0.1;Port=1;Username=secretuser");

        var response = await server.Client.SendAsync(HttpMethod.Get, Image);

        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("The database cannot be reached. Try again in a few seconds.", await response.ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"));
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/graphql/x", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/%2e%2e/etc/passwd", HttpStatusCode.NotFound, "NOT_FOUND")]
    public async Task An_unknown_address_is_not_found(string path, HttpStatusCode status, string code)
    {
        await using var server = await RunningServer.StartAsync("Host=127.0.0.1");

        await (await server.Client.SendAsync(HttpMethod.Get, path)).ExpectProblemAsync(status, code);
    }

    [Fact]
    public async Task Answers_do_not_name_the_server()
    {
        await using var server = await RunningServer.StartAsync("Host=127.0.0.1");

        Assert.False((await server.Client.SendAsync(HttpMethod.Get, "/health/live")).Headers.Contains("Server"));
    }
}
