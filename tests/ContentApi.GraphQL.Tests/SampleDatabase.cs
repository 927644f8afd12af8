using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.GraphQL.Tests;

/// <summary>A database with <see cref="SampleContent"/>, shared by the tests of this assembly that only read.</summary>
public sealed class SampleDatabase : IAsyncLifetime
{
    private TestDatabase? _database;
    private NpgsqlDataSource? _dataSource;
    private GraphQLExecutor? _executor;

    public FakeTimeProvider Clock { get; } = new(SampleContent.Now);

    public GraphQLExecutor Executor => _executor!;

    public NpgsqlDataSource DataSource => _dataSource!;

    public string ConnectionString => _database!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await SampleContent.AddAsync(_database.ConnectionString);
        _dataSource = ContentDataSource.Create(_database.ConnectionString);
        _executor = new GraphQLExecutor(_dataSource, Clock);
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(ConnectionString));
        Articles = await context.Articles.AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _executor?.Dispose();
        await (_dataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Every article of the content, hidden ones included.</summary>
    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    /// <summary>An executor of its own on the same content: nothing is cached, and the clock may differ.</summary>
    public GraphQLExecutor NewExecutor(TimeProvider? clock = null) => new(DataSource, clock ?? Clock);

    /// <summary>Runs a query and gives the whole body as text.</summary>
    public Task<string> RunAsync(string query, object? variables = null, bool isEditor = false, string? operationName = null) =>
        RunAsync(Executor, query, variables, isEditor, operationName);

    /// <summary>Runs a query on another executor and gives the whole body as text.</summary>
    public static Task<string> RunAsync(GraphQLExecutor executor, string query, object? variables = null, bool isEditor = false, string? operationName = null) =>
        RunAsync(
            executor,
            new GraphQLRequest
            {
                Query = query,
                OperationName = operationName,
                Variables = variables switch { null => default, JsonElement json => json, _ => JsonSerializer.SerializeToElement(variables) },
            },
            isEditor);

    /// <summary>Answers a request and gives the whole body as text.</summary>
    public static async Task<string> RunAsync(GraphQLExecutor executor, GraphQLRequest request, bool isEditor = false)
    {
        var context = new RequestContext { PublicBaseUrl = "http://api.example", IsEditor = isEditor };
        var response = await executor.ExecuteAsync(request, context, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>Runs a query that has to succeed and gives its data.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null, bool isEditor = false)
    {
        var body = JsonNode.Parse(await RunAsync(query, variables, isEditor))!;
        return body["errors"] is { } errors ? throw new InvalidOperationException(errors.ToJsonString()) : body["data"]!;
    }

    /// <summary>Runs a query that has to fail and gives the code of its first error.</summary>
    public async Task<string> ErrorCodeAsync(string query, object? variables = null, bool isEditor = false) =>
        (await ErrorAsync(query, variables, isEditor))["extensions"]!["code"]!.GetValue<string>();

    /// <summary>Runs a query that has to fail and gives its first error.</summary>
    public async Task<JsonNode> ErrorAsync(string query, object? variables = null, bool isEditor = false) =>
        (await ErrorsAsync(query, variables, isEditor))[0]!;

    /// <summary>Runs a query that has to fail and gives its errors.</summary>
    public async Task<JsonArray> ErrorsAsync(string query, object? variables = null, bool isEditor = false) =>
        JsonNode.Parse(await RunAsync(query, variables, isEditor))!["errors"]!.AsArray();

    /// <summary>Variables written as JSON text, for what a .NET object cannot say.</summary>
    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
