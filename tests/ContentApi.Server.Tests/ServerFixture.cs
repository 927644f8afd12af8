using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace ContentApi.Server.Tests;

/// <summary>A database and a server on it, shared by the tests of a class.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    internal TestDatabase Database { get; private set; } = null!;

    internal RunningServer Server { get; private set; } = null!;

    internal HttpClient Client => Server.Client;

    public async ValueTask InitializeAsync()
    {
        Database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        Server = await RunningServer.StartAsync(Database.ConnectionString, options => options with { Clock = Clock });
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }
}
