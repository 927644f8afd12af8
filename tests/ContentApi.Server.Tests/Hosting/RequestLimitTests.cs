using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using ContentApi.Server.Keys;
using ContentApi.Server.Tests.Caching;
using Npgsql;

namespace ContentApi.Server.Tests.Hosting;

/// <summary>No request takes for ever, whatever keeps it waiting, and none is a failure of the server for that.</summary>
public sealed class RequestLimitTests : IAsyncLifetime
{
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private CachedSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CachedSite.CreateAsync("title: One\ndate: 2026-01-01");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_body_that_dribbles_in_is_given_up()
    {
        // Ten bytes a second, which Kestrel gives up after its five seconds of grace.
        var answer = await DribbleAsync(_site.Server, length: 1_000, bytes: 1, every: TimeSpan.FromMilliseconds(100));

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"REQUEST_TIMEOUT\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_just_fast_enough_is_given_up_when_the_time_is_over()
    {
        var hasty = await _site.StartAnotherAsync(options => options with { RequestLimit = Short });

        var answer = await DribbleAsync(hasty, length: 1_000_000, bytes: 400, every: TimeSpan.FromMilliseconds(100));

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"REQUEST_TIMEOUT\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_database_that_does_not_answer_in_time_is_a_reason_to_come_back(string accept)
    {
        var hasty = await _site.StartAnotherAsync(options => options with { RequestLimit = Short });
        await using (await _site.LockAsync())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var response = await AskAsync(hasty, method, ("Accept", accept));

                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
                Assert.NotNull(response.Headers.RetryAfter);
                Assert.Equal($"{accept}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
                Assert.Contains("\"code\":\"UNAVAILABLE\"", await CachedSite.TextAsync(response), StringComparison.Ordinal);
            }
        }

        Assert.Contains("One", await CachedSite.TextAsync(await AskAsync(hasty, HttpMethod.Get)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_waits_no_longer()
    {
        var hasty = await _site.StartAnotherAsync(options => options with { RequestLimit = Short });
        await using var locked = await _site.LockAsync();

        var response = await hasty.Client.SendAsync(HttpMethod.Get, "/", ("Accept", "text/html"), ("Origin", "https://example.org"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("The database takes too long to answer. Try again in a few seconds.", await CachedSite.TextAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_in_time_is_a_reason_to_come_back()
    {
        var hasty = await _site.StartAnotherAsync(options => options with { RequestLimit = Short });
        await using var locked = new NpgsqlConnection(_site.Database.ConnectionString);
        await locked.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table api_key in access exclusive mode", locked);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var keyed = await AskAsync(hasty, HttpMethod.Post, ("Authorization", $"Bearer {ApiKeyToken.Create().Reveal()}"), ("Origin", "https://example.org"));

        Assert.NotNull(keyed.Headers.RetryAfter);
        Assert.Equal(["*"], keyed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal("The database takes too long to answer. Try again in a few seconds.", await keyed.ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"));
    }

    [Fact]
    public async Task A_pool_that_is_used_up_is_a_reason_to_come_back()
    {
        var settings = new NpgsqlConnectionStringBuilder(_site.Database.ConnectionString) { MaxPoolSize = 1, Timeout = 1 };
        await using var small = await RunningServer.StartAsync(settings.ConnectionString, options => options with { Clock = _site.Clock });
        Task<HttpResponseMessage> first;
        await using (await _site.LockAsync())
        {
            first = AskAsync(small, HttpMethod.Get);
            await WaitForStatementAsync();

            var response = await small.Client.SendAsync(HttpMethod.Get, "/graphql?query={categories{totalCount}}");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.Contains("\"code\":\"UNAVAILABLE\"", await CachedSite.TextAsync(response), StringComparison.Ordinal);

            var image = await small.Client.SendAsync(HttpMethod.Get, $"/images/{Guid.NewGuid():N}/a.png");
            await image.ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
            var keyed = await AskAsync(small, HttpMethod.Post, ("Authorization", $"Bearer {ApiKeyToken.Create().Reveal()}"));
            await keyed.ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
        }

        Assert.Contains("One", await CachedSite.TextAsync(await first), StringComparison.Ordinal);
    }

    private async Task WaitForStatementAsync()
    {
        const string waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'contentapi server' and datname = current_database()";
        Assert.Equal("1", await _site.UntilAsync(async () => (await _site.CountAsync(waiting)).ToString(CultureInfo.InvariantCulture), "1"));
    }

    private static Task<HttpResponseMessage> AskAsync(RunningServer server, HttpMethod method, params (string Name, string Value)[] headers) => method == HttpMethod.Get
        ? CachedSite.GetAsync(server, CachedSite.Titles, headers)
        : server.Client.SendAsync(method, "/graphql", new StringContent($$"""{"query":"{{CachedSite.Titles}}"}""", new MediaTypeHeaderValue("application/json")), headers);

    // Sends blanks until there is an answer.
    private static async Task<string> DribbleAsync(RunningServer server, int length, int bytes, TimeSpan every)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Head}Content-Length: {length}\r\n\r\n")), TestContext.Current.CancellationToken);
        var blanks = Encoding.ASCII.GetBytes(new string(' ', bytes));
        for (var sent = 0; sent < length && !stream.DataAvailable; sent += bytes)
        {
            await stream.WriteAsync(blanks, TestContext.Current.CancellationToken);
            await Task.Delay(every, TestContext.Current.CancellationToken);
        }

        // The server waits a little for the rest, so that the answer arrives, and then cuts the connection.
        var answer = new byte[4096];
        return Encoding.ASCII.GetString(answer, 0, await stream.ReadAsync(answer, TestContext.Current.CancellationToken));
    }
}
