using System.Text;
using System.Text.Json;
using ContentApi.Data;
using ContentApi.Server.Live;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Server.Tests.Live;

/// <summary>The graph follows what sources declare, while the server runs.</summary>
public sealed class ContentWatcherTests : IAsyncLifetime
{
    private const string Rating = "{ articles { nodes { rating } } }";

    // Generous: nothing waits for it but a test that fails.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await RunAsync(
            """
            insert into source (id, name, root, address, dialect, options_hash, time_zone, default_locale) values (gen_random_uuid(), 'blog', '/', '/', 'HEXO', '-', 'UTC', 'en');
            insert into article (id, source_id, file_path, path, slug, title, excerpt, kind, draft, locale, translation_key, body_format, body_hash, body_start_line, word_count, reading_time,
              comments_enabled, params, fields, content_hash, parser_version, imported_at, version)
            select gen_random_uuid(), id, 'a.md', '/a', 'a', 'A', '', 'ARTICLE', false, 'en', 'a', 'MARKDOWN', gen_random_uuid(), 1, 0, 0, true, '{}', '{"rating:Float": 4.5}', '-', 1, now(), 1 from source;
            """);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_first_request_finds_the_fields()
    {
        await DeclareAsync("Float", tells: false);
        await using var server = await RunningServer.StartAsync(_database.ConnectionString);

        Assert.Equal("""{"data":{"articles":{"nodes":[{"rating":4.5}]}}}""", await AskAsync(server, Rating));
    }

    [Fact]
    public async Task A_field_can_be_asked_for_as_soon_as_it_is_declared_and_no_longer_than_that()
    {
        await using var server = await RunningServer.StartAsync(_database.ConnectionString);
        Assert.Contains("VALIDATION_FAILED", await AskAsync(server, Rating), StringComparison.Ordinal);
        Assert.Contains("VALIDATION_FAILED", await AskAsync(server, "{ articles(order: { rating: ASC }) { totalCount } }"), StringComparison.Ordinal);

        await ExchangedAsync(server, () => DeclareAsync("Float", tells: true));
        Assert.Equal("""{"data":{"articles":{"nodes":[{"rating":4.5}]}}}""", await AskAsync(server, Rating));
        Assert.Equal("""{"data":{"articles":{"totalCount":1}}}""", await AskAsync(server, "{ articles(order: { rating: ASC }, where: { rating: { gt: 4 } }) { totalCount } }"));
        Assert.Contains("\"name\":\"rating\"", await AskAsync(server, "{ __type(name: \"ArticleSortInput\") { inputFields { name } } }"), StringComparison.Ordinal);

        // What was stored as a number is no text of that type, and no fault.
        await ExchangedAsync(server, () => DeclareAsync("String", tells: true));
        Assert.Equal("""{"data":{"articles":{"nodes":[{"rating":null}]}}}""", await AskAsync(server, Rating));

        await ExchangedAsync(server, () => RunAsync($"update content_state set version = version + 1; update source set fields = null; select pg_notify('{ContentChannel.Name}', '3')"));
        Assert.Contains("VALIDATION_FAILED", await AskAsync(server, Rating), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_under_way_is_answered_by_the_graph_that_took_it()
    {
        await DeclareAsync("Float", tells: false);
        await using var server = await RunningServer.StartAsync(_database.ConnectionString);
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var block = new NpgsqlCommand("lock table tag in access exclusive mode", connection))
            await block.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var waiting = AskAsync(server, "{ articles { nodes { rating tags { name } } } }");
        await UntilWaitingAsync();

        await ExchangedAsync(server, () => DeclareAsync("Int", tells: true));
        Assert.False(waiting.IsCompleted);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        Assert.Equal("""{"data":{"articles":{"nodes":[{"rating":4.5,"tags":[]}]}}}""", await waiting);
    }

    [Fact]
    public async Task What_is_told_while_the_connection_is_lost_is_found_afterwards()
    {
        await using var server = await RunningServer.StartAsync(_database.ConnectionString);
        await ExchangedAsync(server, () => DeclareAsync("Float", tells: true));

        await ExchangedAsync(server, () => RunAsync(
            $"update content_state set version = version + 1; update source set fields = null; select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'contentapi watcher'"));

        Assert.Contains("VALIDATION_FAILED", await AskAsync(server, Rating), StringComparison.Ordinal);
    }

    [Fact]
    public void An_executor_is_disposed_of_by_the_last_one_who_leaves()
    {
        using var pool = GraphQL.Execution.ContentDataSource.Create(_database.ConnectionString);
        var lease = new ExecutorLease(new GraphQL.Execution.GraphQLExecutor(pool, TimeProvider.System));

        Assert.True(lease.TryEnter());
        lease.Leave();
        Assert.True(lease.TryEnter());
        lease.Leave();   // the owner
        Assert.True(lease.TryEnter());
        lease.Leave();
        lease.Leave();
        Assert.False(lease.TryEnter());
    }

    private static async Task<string> AskAsync(RunningServer server, string query)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/graphql", content, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ExchangedAsync(RunningServer server, Func<Task> change)
    {
        var exchanged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnExchanged(object? sender, EventArgs e) => exchanged.SetResult();
        server.Executor.Exchanged += OnExchanged;
        await change();
        await exchanged.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
        server.Executor.Exchanged -= OnExchanged;
    }

    private async Task UntilWaitingAsync()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select exists(select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))", connection);
        while (!(bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!)
            await Task.Yield();
    }

    private Task DeclareAsync(string type, bool tells) => RunAsync(
        $"update content_state set version = version + 1; update source set fields = '{CustomFields.Write([new CustomField("rating", "rating", type)])}'{(tells ? $"; select pg_notify('{ContentChannel.Name}', '2')" : "")}");

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
