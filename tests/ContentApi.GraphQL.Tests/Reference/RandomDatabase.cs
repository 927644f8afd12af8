using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>A database with <see cref="RandomContent"/>, and the same in memory.</summary>
public sealed class RandomDatabase : IAsyncLifetime
{
    private TestDatabase? _database;
    private NpgsqlDataSource? _dataSource;
    private ReferenceGraph? _graph;
    private GraphQLExecutor? _executor;

    public GraphQLExecutor Executor => _executor!;

    internal ReferenceGraph Graph => _graph!;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await RandomContent.AddAsync(_database.ConnectionString);
        _graph = await ReferenceGraph.LoadAsync(_database.ConnectionString, SampleContent.Now);
        _dataSource = ContentDataSource.Create(_database.ConnectionString);
        _executor = new GraphQLExecutor(_dataSource, new FakeTimeProvider(SampleContent.Now));
    }

    public async ValueTask DisposeAsync()
    {
        _executor?.Dispose();
        await (_dataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
