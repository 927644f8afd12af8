using System.Text;
using System.Text.Json;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Plans;

/// <summary>A database with as many articles as a very large blog has.</summary>
public sealed class LargeDatabase : IAsyncLifetime
{
    private const int Articles = 100_000;

    private static readonly RequestContext Editor = new() { PublicBaseUrl = "http://api.example", IsEditor = true };

    private TestDatabase? _database;
    private NpgsqlDataSource? _dataSource;
    private GraphQLExecutor? _executor;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await GeneratedContent.AddAsync(_database.ConnectionString, Articles, bodyRepeats: 1, TestContext.Current.CancellationToken);
        _dataSource = ContentDataSource.Create(_database.ConnectionString);
        _executor = new GraphQLExecutor(_dataSource, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _executor?.Dispose();
        await (_dataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Answers a query that has to succeed and gives the whole body.</summary>
    public async Task<JsonElement> AnswerAsync(string query, object variables, bool explain = false)
    {
        var request = new GraphQLRequest { Query = query, Variables = JsonSerializer.SerializeToElement(variables), Explain = explain };
        var response = await _executor!.ExecuteAsync(request, Editor, TestContext.Current.CancellationToken);
        var root = JsonSerializer.Deserialize<JsonElement>(response.Body.Span);
        return root.TryGetProperty("errors", out _) ? throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span)) : root;
    }
}
