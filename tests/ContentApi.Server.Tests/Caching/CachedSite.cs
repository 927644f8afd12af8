using System.Net.Http.Headers;
using ContentApi.Importer;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.Server.Tests.Caching;

/// <summary>A folder, a database that it is imported into, and a server on it whose clock stands still: what it knows is never too old to be used.</summary>
internal sealed class CachedSite : IAsyncDisposable
{
    public const string Titles = "{ articles { nodes { title } } }";

    private readonly TemporaryFolder _folder = new();
    private readonly List<RunningServer> _others = [];

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public TestDatabase Database { get; private set; } = null!;

    public RunningServer Server { get; private set; } = null!;

    public static async Task<CachedSite> CreateAsync(params IEnumerable<string> frontMatters)
    {
        var site = new CachedSite { Database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync() };
        var number = 0;
        foreach (var frontMatter in frontMatters)
            site.Write($"{++number}.md", frontMatter);
        await site.ImportAsync();
        site.Server = await RunningServer.StartAsync(site.Database.ConnectionString, options => options with { Clock = site.Clock });
        return site;
    }

    /// <summary>One more server on the same database.</summary>
    public async Task<RunningServer> StartAnotherAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var server = await RunningServer.StartAsync(Database.ConnectionString, options => (change ?? (same => same))(options with { Clock = Clock }));
        _others.Add(server);
        return server;
    }

    public void Write(string name, string frontMatter)
    {
        Directory.CreateDirectory(_folder["site"]);
        File.WriteAllText(Path.Combine(_folder["site"], name), $"---\n{frontMatter}\n---\n");
    }

    public Task<ImportReport> ImportAsync() => new ContentImporter(Clock).ImportAsync(
        new ImportOptions { Folder = _folder["site"], ConnectionString = Database.ConnectionString, Prune = true }, progress: null, TestContext.Current.CancellationToken);

    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Makes every statement on content wait until the result is disposed of.</summary>
    public async Task<IAsyncDisposable> LockAsync()
    {
        var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table article, content_state in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Sends a query by GET.</summary>
    public Task<HttpResponseMessage> GetAsync(string query, params (string Name, string Value)[] headers) => GetAsync(Server, query, headers);

    public static Task<HttpResponseMessage> GetAsync(RunningServer server, string query, params (string Name, string Value)[] headers) =>
        server.Client.SendAsync(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}", headers);

    public async Task<string> TextAsync(string query) => await TextAsync(await GetAsync(query));

    public static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.NonValidated[name]);

    public static EntityTagHeaderValue Tag(HttpResponseMessage response) => response.Headers.ETag ?? throw new Xunit.Sdk.XunitException($"There is no ETag: {response}");

    /// <summary>Asks until the answer is the expected one; gives the last one.</summary>
    public async Task<string> UntilAsync(Func<Task<string>> ask, string expected)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (answer == expected || TimeProvider.System.GetElapsedTime(limit) > TimeSpan.FromSeconds(20))
                return answer;
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _others.Prepend(Server))
            await server.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
