using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Commands;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task It_answers_where_it_says_until_it_is_stopped()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        using var process = Process.Start(CommandRun.CreateStart(
            ["serve", "--database", database.ConnectionString, "--urls", "http://127.0.0.1:0"], new Dictionary<string, string>()))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var ready = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"\Aready: http://127\.0\.0\.1:[1-9]\d*/graphql\z", ready);

        using var client = new HttpClient();
        var health = await client.GetAsync(new Uri(new Uri(ready!["ready: ".Length..]), "/health/ready"), TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", [process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal((0, ""), (process.ExitCode, await error));
    }

    [Fact]
    public async Task A_taken_port_ends_it_with_a_sentence()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var given = await CommandRun.OfAsync("serve", "--database", database.ConnectionString, "--urls", address);
        var set = await CommandRun.OfAsync(["serve", "--database", database.ConnectionString], new Dictionary<string, string> { ["CONTENTAPI_URLS"] = address });

        const string Remedy = "stop that one, or choose another address with";
        Assert.Equal(new CommandRun(2, "", $"contentapi: Another program listens on {address}: {Remedy} --urls (port 0 picks a free one).\n"), given);
        Assert.Equal(new CommandRun(2, "", $"contentapi: Another program listens on {address}: {Remedy} CONTENTAPI_URLS (port 0 picks a free one).\n"), set);
    }
}
