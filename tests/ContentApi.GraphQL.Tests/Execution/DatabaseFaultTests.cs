using System.Text.Json.Nodes;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Execution;

/// <summary>What a caller is told when the database fails, which is never what the database said.</summary>
public sealed class DatabaseFaultTests(SampleDatabase database)
{
    private const string Query = "{ articles { totalCount } }";

    [Fact]
    public async Task Without_a_server_the_content_is_unavailable()
    {
        await using var nowhere = ContentDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=5");
        using var executor = new GraphQLExecutor(nowhere, database.Clock);

        await CheckAsync(executor, "UNAVAILABLE", GraphQLOutcome.Unavailable);
    }

    [Fact]
    public async Task A_connection_that_the_server_ended_is_replaced_before_the_caller_notices()
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 1 };
        await using var pool = ContentDataSource.Create(settings.ConnectionString);
        using var executor = new GraphQLExecutor(pool, database.Clock);
        Assert.Equal("""{"data":{"articles":{"totalCount":24}}}""", await SampleDatabase.RunAsync(executor, Query));

        int backend;
        await using (var connection = await pool.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            backend = connection.ProcessID;
        }

        await ExecuteAsync($"select pg_terminate_backend({backend}, 10000)");

        Assert.Equal("""{"data":{"articles":{"totalCount":24}}}""", await SampleDatabase.RunAsync(executor, Query));
    }

    [Fact]
    public async Task A_pool_that_is_used_up_is_waited_for_once_and_keeps_its_connections()
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 1, Timeout = 1 };
        await using var pool = ContentDataSource.Create(settings.ConnectionString);
        using var executor = new GraphQLExecutor(pool, database.Clock);
        int backend;
        await using (var connection = await pool.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            backend = connection.ProcessID;
            await CheckAsync(executor, "UNAVAILABLE", GraphQLOutcome.Unavailable);
        }

        await using var again = await pool.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(backend, again.ProcessID);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData(";Timeout=3", 3)]
    [InlineData(";Timeout=0", 10)]
    [InlineData(";Timeout=600", 10)]
    public void Nobody_waits_long_for_a_connection(string given, int seconds) =>
        Assert.Equal(seconds, new NpgsqlConnectionStringBuilder(ContentDataSource.Settings($"Host=127.0.0.1{given}")).Timeout);

    [Fact]
    public async Task A_statement_that_waits_too_long_is_stopped()
    {
        await using var locked = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var settings = new NpgsqlConnectionStringBuilder(locked.ConnectionString) { Timezone = "UTC", Options = "-c statement_timeout=100" };
        await using var impatient = NpgsqlDataSource.Create(settings.ConnectionString);
        using var executor = new GraphQLExecutor(impatient, database.Clock);
        await using var connection = new NpgsqlConnection(locked.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var command = new NpgsqlCommand("lock table article in access exclusive mode", connection, transaction);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            await CheckAsync(executor, "QUERY_TIMEOUT", GraphQLOutcome.Failed);
        }

        Assert.Equal("""{"data":{"articles":{"totalCount":0}}}""", await SampleDatabase.RunAsync(executor, Query));
    }

    [Fact]
    public async Task A_caller_who_leaves_stops_the_statement()
    {
        await using var locked = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var pool = ContentDataSource.Create(locked.ConnectionString);
        using var executor = new GraphQLExecutor(pool, database.Clock);
        await using var connection = new NpgsqlConnection(locked.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("lock table article in access exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var caller = new CancellationTokenSource();

        var answer = executor.ExecuteAsync(new GraphQLRequest { Query = Query }, new RequestContext { PublicBaseUrl = "http://api.example" }, caller.Token);
        Assert.False(answer.IsCompleted);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    // The server's list of time zones may be newer than the database's. No zone is sure to be in one alone, so the refusal is staged.
    [Fact]
    public async Task A_time_zone_that_only_the_server_knows_is_the_clients_fault()
    {
        await using var staged = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        await using var pool = ContentDataSource.Create(staged.ConnectionString);
        using var executor = new GraphQLExecutor(pool, database.Clock);
        await ExecuteAsync(
            """
            create function refuse() returns timestamptz language plpgsql as
              $$ begin raise exception 'time zone "America/Coyhaique" not recognized' using errcode = 'invalid_parameter_value'; end $$;
            create table content_state as select 1::bigint as version;
            create view article as select false as draft, 'ARTICLE' as kind, refuse() as published_sort, 'infinity'::timestamptz as expires_sort;
            """,
            staged.ConnectionString);

        var body = await SampleDatabase.RunAsync(executor, """{ archive(timeZone: "UTC") { count } }""");

        Assert.Equal("""{"errors":[{"message":"The database does not know this time zone.","extensions":{"code":"INVALID_ARGUMENT"}}]}""", body);
    }

    [Fact]
    public async Task The_server_cannot_write()
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("update article set title = title", connection);

        var exception = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, exception.SqlState);
    }

    private static async Task CheckAsync(GraphQLExecutor executor, string code, GraphQLOutcome outcome)
    {
        var response = await executor.ExecuteAsync(new GraphQLRequest { Query = Query }, new RequestContext { PublicBaseUrl = "http://api.example" }, TestContext.Current.CancellationToken);

        var body = JsonNode.Parse(response.Body.Span)!;
        var error = body["errors"]!.AsArray().Single()!;
        Assert.Equal(outcome, response.Outcome);
        Assert.Equal(code, error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(outcome == GraphQLOutcome.Failed, body.AsObject().ContainsKey("data"));
        Assert.All(
            new[] { "select", "article", "Npgsql", "Postgres", "127.0.0.1", "statement", "57014", "57P01", "Exception" },
            secret => Assert.DoesNotContain(secret, error.ToJsonString(), StringComparison.OrdinalIgnoreCase));
    }

    private async Task ExecuteAsync(string sql, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection(connectionString ?? database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
