using System.Collections.Concurrent;
using System.Text.Json;
using ContentApi.Clients.Tests;
using ContentApi.Importer;
using ContentApi.Server;
using ContentApi.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(ClientSite))]

namespace ContentApi.Clients.Tests;

/// <summary>The sample content as the public sees it, and the clients of <c>samples/clients</c> in front of it.</summary>
public sealed class ClientSite : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<CheckResult>>>> _results = new();
    private TestDatabase? _database;
    private WebApplication? _server;

    /// <summary>The address of the API.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The folder in which the clients are built, laid out as the repository.</summary>
    public string Root { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Root = await ClientWorkspace.PrepareAsync();
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var import = new ImportOptions { Folder = Path.Combine(RepositoryFiles.Root, "samples", "content"), ConnectionString = _database.ConnectionString };
        await new ContentImporter(_clock).ImportAsync(import, progress: null, CancellationToken.None);
        _server = ServerApp.Build(new ServerOptions { ConnectionString = _database.ConnectionString, Urls = ["http://127.0.0.1:0"], Clock = _clock });
        await _server.StartAsync();
        Address = $"{_server.Urls.Single().TrimEnd('/')}/graphql";
    }

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>What became of the checks of <c>checks/{file}.test.mjs</c>, which run once.</summary>
    internal Task<IReadOnlyList<CheckResult>> ResultsAsync(string file) => _results.GetOrAdd(file, name => new(() => RunAsync(name))).Value;

    private async Task<IReadOnlyList<CheckResult>> RunAsync(string file)
    {
        var folder = Path.Combine(Root, "tests", "ContentApi.Clients.Tests", "checks");
        var (status, output, errors) = await NodeProgram.RunAsync("node", ["--test-reporter", "./reporter.mjs", $"{file}.test.mjs"], folder, Address);
        var results = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<CheckResult>(line, JsonSerializerOptions.Web)!).ToList();
        return status == 0 || results.Exists(result => result.Error is not null)
            ? results
            : throw new InvalidOperationException($"node {file}.test.mjs ended with {status}:\n{output}{errors}");
    }
}
