using System.Net;
using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using ContentApi.Server.Keys;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ContentApi.Server.Tests.Requests;

public sealed class RequestContextReaderTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:8080")]
    [InlineData("127.0.0.1", "localhost:8080")]
    [InlineData("127.8.8.8", "content.localhost:8080")]
    [InlineData("127.0.0.1", "127.1.2.3")]
    [InlineData("::1", "[::1]:8080")]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST")]
    public async Task A_caller_on_this_machine_may_preview(string remote, string host) => Assert.True((await ReadAsync(remote, host)).IsEditor);

    [Fact]
    public async Task The_servers_own_page_may_preview() =>
        Assert.True((await ReadAsync("127.0.0.1", "localhost:8080", ("Origin", "http://localhost:8080"))).IsEditor);

    [Theory]
    [InlineData("192.168.1.7")]
    [InlineData("::ffff:192.168.1.7")]
    [InlineData("2001:db8::1")]
    [InlineData(null)]
    public async Task A_caller_on_another_machine_may_not(string? remote) => Assert.False((await ReadAsync(remote, "localhost:8080")).IsEditor);

    [Theory]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("X-Forwarded-Host", "example.org")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "192.0.2.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task A_caller_behind_a_proxy_may_not(string header, string value) =>
        Assert.False((await ReadAsync("127.0.0.1", "localhost:8080", (header, value))).IsEditor);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("notlocalhost:8080")]
    [InlineData("loopback:8080")]
    [InlineData("0.0.0.0:8080")]
    [InlineData("192.168.1.7:8080")]
    public async Task A_name_that_was_made_to_point_here_may_not(string host) => Assert.False((await ReadAsync("127.0.0.1", host)).IsEditor);

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:3000")]
    [InlineData("https://localhost:8080")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_may_not(string origin) =>
        Assert.False((await ReadAsync("127.0.0.1", "localhost:8080", ("Origin", origin))).IsEditor);

    [Fact]
    public async Task Nobody_may_when_loopback_is_no_editor() =>
        Assert.False((await ReadAsync(Options with { LoopbackIsEditor = false }, Request("127.0.0.1", "localhost"))).IsEditor);

    [Theory]
    [InlineData("example.org", "http://example.org")]
    [InlineData("Example.org:80", "http://example.org")]
    [InlineData("example.org:8080", "http://example.org:8080")]
    [InlineData("[::1]:8080", "http://[::1]:8080")]
    [InlineData("", "http://127.0.0.1:5000")]
    public async Task The_base_address_is_that_of_the_request(string host, string expected) => Assert.Equal(expected, (await ReadAsync("127.0.0.1", host)).PublicBaseUrl);

    [Theory]
    [InlineData("user@example.org")]
    [InlineData("example.org/path")]
    [InlineData("example.org:99999")]
    [InlineData("a b")]
    [InlineData("x?y")]
    public async Task A_host_that_is_none_is_refused(string host) =>
        Assert.Equal("BAD_REQUEST", (await Assert.ThrowsAsync<ProblemException>(() => ReadAsync("127.0.0.1", host))).Problem.Code);

    [Theory]
    [InlineData("https://example.org/", "https://example.org")]
    [InlineData("https://example.org/content/", "https://example.org/content")]
    public async Task The_base_address_is_the_public_one_when_that_is_set(string publicUrl, string expected) =>
        Assert.Equal(expected, (await ReadAsync(Options with { PublicUrl = publicUrl }, Request("127.0.0.1", "localhost"))).PublicBaseUrl);

    [Theory]
    [InlineData("example.org")]
    [InlineData("/content")]
    [InlineData("ftp://example.org")]
    [InlineData("https://example.org/?a=b")]
    public void A_public_address_that_is_none_is_refused_at_the_start(string publicUrl) =>
        Assert.Throws<ArgumentException>(() => ServerApp.Build(Options with { PublicUrl = publicUrl }));

    private static ServerOptions Options => new() { ConnectionString = "Host=127.0.0.1", Urls = ["http://127.0.0.1:0"], LoopbackIsEditor = true };

    private static Task<RequestContext> ReadAsync(string? remote, string host, params (string Name, string Value)[] headers) =>
        ReadAsync(Options, Request(remote, host, headers));

    // None of these requests has a key, so the database is not asked.
    private static async Task<RequestContext> ReadAsync(ServerOptions options, HttpContext http)
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
        using var uses = new ApiKeyUses(nowhere, TimeProvider.System, NullLogger<ApiKeyUses>.Instance);
        return await new RequestContextReader(options, new ApiKeyReader(nowhere, uses)).ReadAsync(http);
    }

    private static DefaultHttpContext Request(string? remote, string host, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        http.Connection.LocalIpAddress = IPAddress.Loopback;
        http.Connection.LocalPort = 5000;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString(host);
        foreach (var (name, value) in headers)
        {
            http.Request.Headers.Append(name, value);
        }

        return http;
    }
}
