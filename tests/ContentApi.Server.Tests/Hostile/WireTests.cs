using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>Bytes that are no HTTP, or HTTP of which a client breaks its word.</summary>
public sealed class WireTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const string Post = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";
    private const string Chunked = $"{Post}Transfer-Encoding: chunked\r\n\r\n";

    private static readonly (string Name, string Request)[] Broken =
    [
        ("a chunk without a size", $"{Chunked}\r\n\r\n"), ("a size that is no number", $"{Chunked}xyz\r\n{{}}\r\n0\r\n\r\n"), ("a negative size", $"{Chunked}-1\r\n{{}}\r\n0\r\n\r\n"), ("a size beyond all", $"{Chunked}ffffffffffffffffffff\r\n{{}}\r\n"), ("a size of many digits", $"{Chunked}{new string('0', 100_000)}2\r\n{{}}\r\n0\r\n\r\n"),
        ("a chunk that is longer than its size", $"{Chunked}1\r\n{{}}{{}}{{}}\r\n0\r\n\r\n"), ("a long extension of a chunk", $"{Chunked}2;{new string('x', 100_000)}\r\n{{}}\r\n0\r\n\r\n"), ("trailers", $"{Chunked}0\r\n{Repeat("A: b\r\n", 10_000)}\r\n"), ("many small chunks", $"{Chunked}{Repeat("1\r\n \r\n", 100_000)}0\r\n\r\n"),
        ("a length and chunks", $"{Post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), ("two lengths", $"{Post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}"), ("a negative length", $"{Post}Content-Length: -1\r\n\r\n{{}}"), ("a length that is no number", $"{Post}Content-Length: two\r\n\r\n{{}}"), ("a length beyond all", $"{Post}Content-Length: 99999999999999999999\r\n\r\n{{}}"),
        ("a length that is a lie", $"{Post}Content-Length: 9000000000\r\n\r\n{{}}"), ("a body that is longer than its length", $"{Post}Content-Length: 2\r\n\r\n{{}}{{}}"), ("other codings", $"{Post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), ("chunks twice", $"{Post}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"), ("no length", $"{Post}\r\n{{}}"), ("an expectation", $"{Post}Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{{}}"),
        ("a long address", $"GET /graphql?query={new string('x', 1_000_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"), ("a long method", $"{new string('X', 100_000)} / HTTP/1.1\r\nHost: localhost\r\n\r\n"), ("a long header", $"{Post}X: {new string('x', 1_000_000)}\r\n\r\n"), ("thousands of headers", $"{Post}{Repeat("X: y\r\n", 10_000)}\r\n"), ("a header without a name", $"{Post}: x\r\n\r\n"), ("a header without a colon", $"{Post}nonsense\r\n\r\n"),
        ("other signs in headers", "GET /graphql?query={site{title}} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: \u00ff\r\nAuthorization: Bearer \u00ff\r\nOrigin: http://\u00ff\r\nConnection: close\r\n\r\n"), ("other signs in the host", "GET / HTTP/1.1\r\nHost: \u00ff\r\nConnection: close\r\n\r\n"),
        ("a NUL in a header", $"{Post}X: a\0b\r\n\r\n"), ("a folded header", $"{Post}X: a\r\n b\r\n\r\n"), ("a NUL in the address", "GET /graphql?query=\0 HTTP/1.1\r\nHost: localhost\r\n\r\n"), ("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), ("a tunnel", "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\nConnection: close\r\n\r\n"),
        ("an upgrade", "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n"), ("a line without an end", new string('x', 1_000_000)),
    ];

    // Of these the server would wait for more.
    private static readonly (string Name, string Request)[] Unfinished =
    [
        ("chunks without an end", $"{Chunked}2\r\n{{}}\r\n"), ("HTTP/2 that is none", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nnonsense nonsense nonsense"), ("the beginning of HTTP/2 alone", "PRI * HTTP/2.0\r\n\r\nSM\r\n"), ("TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003"), ("line ends", Repeat("\r\n", 100_000)), ("nothing", ""),
    ];

    [Fact]
    public async Task What_is_no_HTTP_is_refused()
    {
        var answers = await Task.WhenAll(
        [
            .. Broken.Select(async broken => (broken.Name, Answer: await SendAsync(Encoding.Latin1.GetBytes(broken.Request), thenNothing: false))),
            .. Unfinished.Select(async broken => (broken.Name, Answer: await SendAsync(Encoding.Latin1.GetBytes(broken.Request), thenNothing: true))),
        ]);

        // Where the connection ends without an answer there was nothing to answer.
        Assert.Empty(answers.Where(sent => sent.Answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && sent.Answer[9] != '4').Select(sent => $"{sent.Name}: {sent.Answer}"));
        Assert.StartsWith("HTTP/1.1 505 ", await SendAsync("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"u8.ToArray(), thenNothing: false), StringComparison.Ordinal);
        await site.CheckHealthAsync();
    }

    [Fact]
    public async Task A_client_that_leaves_takes_nothing_with_it()
    {
        var request = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Post}Content-Length: {Bodies.Small.Length}\r\n\r\n{Encoding.UTF8.GetString(Bodies.Small)}"));
        for (var sent = 0; sent < request.Length; sent += 3)
        {
            await LeaveAsync(request.AsMemory(0, sent));
            Assert.DoesNotContain("HTTP/1.1 5", await SendAsync(request[..sent], thenNothing: true), StringComparison.Ordinal);
        }

        Assert.StartsWith("HTTP/1.1 200 ", await site.Server.SendRawAsync(request, thenNothing: false), StringComparison.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => LeaveAsync(request)));
        await site.CheckHealthAsync();
    }

    [Fact]
    public async Task Clients_that_send_nothing_more_keep_nobody_waiting()
    {
        var waiting = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                var client = new TcpClient();
                waiting.Add(client);
                await client.ConnectAsync(site.Server.Address.Host, site.Server.Address.Port, TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(i % 2 == 0 ? "POST /graphql HT" : $"{Post}Content-Length: 99\r\n\r\n{{"), TestContext.Current.CancellationToken);
            }

            await site.CheckHealthAsync();
        }
        finally
        {
            waiting.ForEach(client => client.Dispose());
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private async Task<string> SendAsync(byte[] request, bool thenNothing)
    {
        try
        {
            return await site.Server.SendRawAsync(request, thenNothing);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server closed the connection while more was coming.
            return "";
        }
    }

    private async Task LeaveAsync(ReadOnlyMemory<byte> request)
    {
        using var client = new TcpClient { LingerState = new LingerOption(enable: true, seconds: 0) };
        await client.ConnectAsync(site.Server.Address.Host, site.Server.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(request, TestContext.Current.CancellationToken);
    }
}
