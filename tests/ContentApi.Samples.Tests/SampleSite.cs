using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using ContentApi.Importer;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.Samples.Tests;

/// <summary>The folder <c>samples/content</c>, imported once, as it looks on the day that <see cref="Now"/> names.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private TestDatabase? _database;
    private NpgsqlDataSource? _dataSource;
    private GraphQLExecutor? _executor;
    private ImportReport? _report;

    /// <summary>The content folder.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "samples", "content");

    /// <summary>What the import said.</summary>
    public ImportReport Report => _report!;

    /// <summary>The imported rows.</summary>
    public string ConnectionString => _database!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var clock = new FakeTimeProvider(Now);
        _report = await new ContentImporter(clock).ImportAsync(new ImportOptions { Folder = Folder, ConnectionString = ConnectionString }, progress: null, CancellationToken.None);
        _dataSource = ContentDataSource.Create(ConnectionString);
        _executor = new GraphQLExecutor(_dataSource, clock);
    }

    public async ValueTask DisposeAsync()
    {
        _executor?.Dispose();
        await (_dataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Runs an operation and gives the whole answer.</summary>
    public async Task<JsonNode> RunAsync(string query, object? variables = null, bool isEditor = false)
    {
        var request = new GraphQLRequest { Query = query, Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables) };
        var context = new RequestContext { PublicBaseUrl = "http://127.0.0.1:8080", IsEditor = isEditor };
        var response = await _executor!.ExecuteAsync(request, context, TestContext.Current.CancellationToken);
        return JsonNode.Parse(response.Body.Span)!;
    }

    /// <summary>Runs an operation that has to succeed and gives its data.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null, bool isEditor = false)
    {
        var answer = await RunAsync(query, variables, isEditor);
        Assert.Null(answer["errors"]);
        return answer["data"]!;
    }
}
