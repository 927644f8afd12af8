using ContentApi.Server.Keys;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Server.Tests.Keys;

/// <summary>A server whose database role may read every table and nothing else, as docker/create-roles.sh makes it.</summary>
internal sealed class ReadOnlySite : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _role;

    private ReadOnlySite(TestDatabase database, string role, RunningServer server)
    {
        (_database, _role, Server) = (database, role, server);
        Keys = new ApiKeyStore(database.ConnectionString, TimeProvider.System);
    }

    public RunningServer Server { get; }

    public ApiKeyStore Keys { get; }

    public static async Task<ReadOnlySite> StartAsync()
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var role = $"reader_{Guid.NewGuid():N}";
        await ExecuteAsync(database, $"create role {role} login password 'secret'; grant usage on schema public to {role}; grant select on all tables in schema public to {role}; grant execute on function touch_api_key(uuid) to {role}");
        var reader = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "secret" };
        return new ReadOnlySite(database, role, await RunningServer.StartAsync(reader.ConnectionString));
    }

    public Task ExecuteAsync(string sql) => ExecuteAsync(_database, sql);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await ExecuteAsync($"drop owned by {_role}; drop role {_role}");
        await _database.DisposeAsync();
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
