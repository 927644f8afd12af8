using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ContentApi.Server.Keys;
using ContentApi.Server.Tests.FirstPage;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Server.Tests.Keys;

/// <summary>What a key opens, over HTTP.</summary>
public sealed class ApiKeyTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Preview = "{ articles(preview: true) { totalCount } }";
    private const string Public = "{ articles { totalCount } }";

    private ApiKeyStore Keys => new(server.Database.ConnectionString, TimeProvider.System);

    [Theory]
    [InlineData(ApiKeyRole.Reader, false)]
    [InlineData(ApiKeyRole.Editor, true)]
    [InlineData(ApiKeyRole.Admin, true)]
    public async Task An_editor_and_more_may_preview_and_a_reader_sees_what_the_public_sees(ApiKeyRole role, bool mayPreview)
    {
        var token = await CreateAsync(role);

        Assert.Equal(!mayPreview, (await TextAsync(await AskAsync(server.Server, Preview, $"Bearer {token}"))).Contains("FORBIDDEN", StringComparison.Ordinal));
        Assert.Equal(await TextAsync(await AskAsync(server.Server, Public)), await TextAsync(await AskAsync(server.Server, Public, $"Bearer {token}")));
    }

    [Fact]
    public async Task The_scheme_is_written_in_any_case()
    {
        var token = await CreateAsync(ApiKeyRole.Editor);

        Assert.DoesNotContain("FORBIDDEN", await TextAsync(await AskAsync(server.Server, Preview, $"bEARER   {token}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer {token}x")]
    [InlineData("Bearer {token} {token}")]
    [InlineData("Bearer {token}, Bearer {token}")]
    [InlineData("Basic {token}")]
    [InlineData("{token}")]
    [InlineData("Bearer {unknown}")]
    [InlineData("Bearer {wrong secret}")]
    public async Task What_is_no_good_key_is_refused_and_never_taken_for_the_public(string header)
    {
        var token = await CreateAsync(ApiKeyRole.Admin);
        var id = ApiKeyToken.TryRead(token)!.Id;
        header = header.Replace("{token}", token, StringComparison.Ordinal)
            .Replace("{unknown}", ApiKeyToken.Create().Reveal(), StringComparison.Ordinal)
            .Replace("{wrong secret}", (ApiKeyToken.Create() with { Id = id }).Reveal(), StringComparison.Ordinal);

        foreach (var path in new[] { "/graphql", "/" })
        {
            var response = await server.Client.SendAsync(
                path == "/" ? HttpMethod.Get : HttpMethod.Post, path, path == "/" ? null : Json(Public), ("Authorization", header), ("Accept", "text/html, application/json"));
            await ExpectRefusalAsync(response, token);
        }
    }

    [Fact]
    public async Task Two_keys_are_no_key()
    {
        var (one, other) = (await CreateAsync(ApiKeyRole.Editor), await CreateAsync(ApiKeyRole.Editor));

        await ExpectRefusalAsync(await server.Client.SendAsync(HttpMethod.Post, "/graphql", Json(Public), ("Authorization", $"Bearer {one}"), ("Authorization", $"Bearer {other}")), one);
    }

    // As bytes on the wire: a client would refuse to send most of it. What is no HTTP at all the web server refuses itself.
    [Theory]
    [InlineData("authorization: bearer {token}", 200)]
    [InlineData("Authorization: Bearer {token}x", 401)]
    [InlineData("Authorization: Bearer {token}\r\nAuthorization: Bearer {token}", 401)]
    [InlineData("Authorization: Basic eDp5\r\nauthorization: bearer {token}", 401)]
    [InlineData("Authorization:", 401)]
    [InlineData("Authorization: Bearer {10,000}", 401)]
    [InlineData("Authorization: {10,000} {token}", 401)]
    [InlineData("Authorization: Bearer \"{token}\"", 401)]
    [InlineData("Authorization: Bearer token={token}", 401)]
    [InlineData("Authorization: Bearer {token};", 401)]
    [InlineData("Authorization: Bearer ' or true --", 401)]
    [InlineData("Authorization: Bearer %00{token}", 401)]
    [InlineData("Authorization: Bearer {token}\u00E9", 401)]
    [InlineData("Authorization: Bearer {token}\u0001", 401)]
    [InlineData("Authorization: Bearer {token}\0", 400)]
    [InlineData("Authorization: Bearer\r\n {token}", 400)]
    [InlineData("Authorization : Bearer {token}", 400)]
    [InlineData("Authorization: Bearer {100,000}", 431)]
    public async Task Whatever_is_sent_for_a_key_is_the_fault_of_the_client(string header, int status)
    {
        var token = await CreateAsync(ApiKeyRole.Editor);
        header = header.Replace("{token}", token, StringComparison.Ordinal)
            .Replace("{10,000}", new string('x', 10_000), StringComparison.Ordinal)
            .Replace("{100,000}", new string('x', 100_000), StringComparison.Ordinal);

        var answer = await server.Server.SendRawAsync($"GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{header}\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 401, answer.Contains("\"code\":\"INVALID_KEY\"", StringComparison.Ordinal));
        Assert.Equal(status == 200, answer.Contains("__typename", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_works_once_it_is_made_and_no_more_once_it_is_revoked()
    {
        var (key, token) = await Keys.CreateAsync("short", ApiKeyRole.Editor, TestContext.Current.CancellationToken);
        var first = await AskAsync(server.Server, Preview, $"Bearer {token}");
        Assert.Equal(key.Id, Assert.Single(await Keys.RevokeAsync("short", TestContext.Current.CancellationToken)).Id);

        Assert.DoesNotContain("FORBIDDEN", await TextAsync(first), StringComparison.Ordinal);
        await ExpectRefusalAsync(await AskAsync(server.Server, Public, $"Bearer {token}"), token);
        Assert.Empty(await Keys.RevokeAsync("short", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_to_a_named_caller_is_for_nobody_else()
    {
        var token = await CreateAsync(ApiKeyRole.Reader);

        Assert.Equal("no-store, private", CacheControl(await AskAsync(server.Server, Public, $"Bearer {token}")));
        Assert.StartsWith("public, ", CacheControl(await AskAsync(server.Server, Public)), StringComparison.Ordinal);
        Assert.Equal("no-cache, private", CacheControl(await server.Client.SendAsync(HttpMethod.Get, "/", FirstPageTests.Browser, ("Authorization", $"Bearer {token}"))));
        Assert.Equal("no-cache", CacheControl(await server.Client.SendAsync(HttpMethod.Get, "/", FirstPageTests.Browser)));
    }

    [Fact]
    public async Task Under_dev_a_key_counts_more_than_the_machine_it_comes_from()
    {
        await using var dev = await RunningServer.StartAsync(server.Database.ConnectionString, options => options with { LoopbackIsEditor = true });
        var reader = await CreateAsync(ApiKeyRole.Reader);

        Assert.DoesNotContain("FORBIDDEN", await TextAsync(await AskAsync(dev, Preview)), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", await TextAsync(await AskAsync(dev, Preview, $"Bearer {reader}")), StringComparison.Ordinal);
        await ExpectRefusalAsync(await AskAsync(dev, Preview, "Bearer nonsense"), reader);
    }

    [Fact]
    public async Task A_page_of_another_site_may_send_a_key()
    {
        var response = await server.Client.SendAsync(
            HttpMethod.Options, "/graphql", ("Origin", "https://front.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type"));

        Assert.Contains("authorization", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        response = await server.Client.SendAsync(HttpMethod.Post, "/graphql", Json(Public), ("Origin", "https://front.example"), ("Authorization", "Bearer nonsense"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_last_use_is_written_once_a_minute()
    {
        var token = await CreateAsync(ApiKeyRole.Reader);
        var id = ApiKeyToken.TryRead(token)!.Id;

        await AskAsync(server.Server, Public, $"Bearer {token}");
        var first = await LastUseAsync(Keys, ApiKeyToken.WriteId(id), use => use is not null);
        await AskAsync(server.Server, Public, $"Bearer {token}");

        // An hour ago for the database, and a minute later for the server.
        await ExecuteAsync("update api_key set last_used_at = now() - interval '1 hour' where id = $1", id);
        var old = await LastUseAsync(Keys, ApiKeyToken.WriteId(id), _ => true);
        await AskAsync(server.Server, Public, $"Bearer {token}");
        Assert.Equal(old, await LastUseAsync(Keys, ApiKeyToken.WriteId(id), _ => true));
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(server.Server, Public, $"Bearer {token}");
        var second = await LastUseAsync(Keys, ApiKeyToken.WriteId(id), use => use != old);

        Assert.True(second >= first, $"{first:O}, then {second:O}");
    }

    [Fact]
    public async Task Keys_work_and_uses_are_written_by_a_role_that_may_only_read()
    {
        await using var site = await ReadOnlySite.StartAsync();
        var (key, token) = await site.Keys.CreateAsync("page", ApiKeyRole.Editor, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("FORBIDDEN", await TextAsync(await AskAsync(site.Server, Preview, $"Bearer {token}")), StringComparison.Ordinal);

        Assert.NotNull(await LastUseAsync(site.Keys, key.Id, use => use is not null));
    }

    [Fact]
    public async Task A_use_that_cannot_be_written_harms_no_request()
    {
        await using var site = await ReadOnlySite.StartAsync();
        var (_, token) = await site.Keys.CreateAsync("page", ApiKeyRole.Editor, TestContext.Current.CancellationToken);
        await site.ExecuteAsync("drop function touch_api_key(uuid)");

        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.DoesNotContain("errors", await TextAsync(await AskAsync(site.Server, Preview, $"Bearer {token}")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_database_a_key_is_neither_good_nor_bad()
    {
        await using var away = await RunningServer.StartAsync("Host=127.0.0.1;Port=1;Username=secretuser");

        await (await AskAsync(away, Public, $"Bearer {ApiKeyToken.Create().Reveal()}")).ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
    }

    [Fact]
    public async Task A_restart_of_the_database_is_not_noticed()
    {
        await using var site = await ReadOnlySite.StartAsync();
        var (_, token) = await site.Keys.CreateAsync("page", ApiKeyRole.Editor, TestContext.Current.CancellationToken);
        await AskAsync(site.Server, Public, $"Bearer {token}");

        await site.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'contentapi server'");

        await TextAsync(await AskAsync(site.Server, Preview, $"Bearer {token}"));
    }

    [Fact]
    public async Task In_a_database_without_keys_the_remedy_is_told()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        await using var empty = await RunningServer.StartAsync(database.ConnectionString);

        await (await AskAsync(empty, Public, $"Bearer {ApiKeyToken.Create().Reveal()}")).ExpectProblemAsync(HttpStatusCode.ServiceUnavailable, "DATABASE_OUTDATED");
    }

    private static string CacheControl(HttpResponseMessage response) => response.Headers.CacheControl!.ToString();

    private static async Task ExpectRefusalAsync(HttpResponseMessage response, string token)
    {
        Assert.Equal("Bearer error=\"invalid_token\"", Assert.Single(response.Headers.GetValues("WWW-Authenticate")));
        var detail = await response.ExpectProblemAsync(HttpStatusCode.Unauthorized, "INVALID_KEY");
        Assert.DoesNotContain(token, detail, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AskAsync(RunningServer server, string query, string? authorization = null) =>
        server.Client.SendAsync(HttpMethod.Post, "/graphql", Json(query), authorization is null ? [] : [("Authorization", authorization)]);

    private static StringContent Json(string query) => new(JsonSerializer.Serialize(new { query }), new MediaTypeHeaderValue("application/json"));

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode}: {text}");
        return text;
    }

    private async Task<string> CreateAsync(ApiKeyRole role) => (await Keys.CreateAsync("test", role, TestContext.Current.CancellationToken)).Token;

    // Uses are written beside the requests: asks until it is there, and gives up after a time that no machine needs.
    private static async Task<DateTimeOffset?> LastUseAsync(ApiKeyStore keys, string id, Func<DateTimeOffset?, bool> isExpected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var key = (await keys.ListAsync(patience.Token)).Single(key => key.Id == id);
            if (isExpected(key.LastUsedAt))
                return key.LastUsedAt;
        }
    }

    private async Task ExecuteAsync(string sql, Guid id)
    {
        await using var dataSource = NpgsqlDataSource.Create(server.Database.ConnectionString);
        await using var command = dataSource.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
