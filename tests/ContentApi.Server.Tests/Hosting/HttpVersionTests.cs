using System.Net;
using System.Net.Sockets;
using System.Text;
using ContentApi.Server.Tests.Caching;

namespace ContentApi.Server.Tests.Hosting;

/// <summary>Two versions of HTTP on one address, without TLS.</summary>
public sealed class HttpVersionTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Query = "/graphql?query={__typename}";
    private const string Answer = """{"data":{"__typename":"Query"}}""";

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Each_client_is_answered_in_its_own_version(string version)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(Query, version)));

        foreach (var answer in answers)
        {
            Assert.Equal(Version.Parse(version), answer.Version);
            Assert.Equal(Answer, await CachedSite.TextAsync(answer));
        }
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_scheme_of_addresses_is_http(string version)
    {
        await using var bare = await RunningServer.StartAsync(server.Database.ConnectionString, options => options with { Ide = new() });
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql") { Version = Version.Parse(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Add("Accept", "text/html");
        var page = await bare.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"curl http://127.0.0.1:{bare.Address.Port}/graphql", await CachedSite.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preface_may_come_byte_by_byte()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Server.Address.Host, server.Server.Address.Port, TestContext.Current.CancellationToken);
        client.NoDelay = true;
        await using var stream = client.GetStream();
        foreach (var part in Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").Concat(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 }))
            await stream.WriteAsync(new[] { part }, TestContext.Current.CancellationToken);

        // The server's first frame is SETTINGS (RFC 9113, section 3.4).
        var frame = new byte[9];
        await stream.ReadExactlyAsync(frame, TestContext.Current.CancellationToken);
        Assert.Equal(4, frame[3]);
    }

    [Theory]
    [InlineData("PRI * HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 405 Method Not Allowed")]
    [InlineData("PRI\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("P\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    public async Task What_only_begins_like_the_preface_is_HTTP_1(string request, string answer)
    {
        var text = await server.Server.SendRawAsync(request.Replace("Host: a", "Host: a\r\nConnection: close", StringComparison.Ordinal));

        Assert.StartsWith(answer, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PRI * HT")]
    public async Task A_client_that_sends_nothing_does_not_keep_the_server_from_stopping(string beginning)
    {
        var stopping = await RunningServer.StartAsync(server.Database.ConnectionString);
        using var client = new TcpClient();
        await client.ConnectAsync(stopping.Address.Host, stopping.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await stopping.Client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);

        using var forced = new CancellationTokenSource();
        var stop = stopping.StopAsync(forced.Token);
        try
        {
            // Cut off, or closed: without waiting for the limit.
            Assert.Equal(0, await stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
        }
        catch (IOException)
        {
        }

        await stop;
        await stopping.DisposeAsync();
    }

    private Task<HttpResponseMessage> SendAsync(string path, string version) => server.Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, path) { Version = Version.Parse(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact },
        TestContext.Current.CancellationToken);
}
