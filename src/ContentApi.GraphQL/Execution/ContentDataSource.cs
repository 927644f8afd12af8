using Npgsql;

namespace ContentApi.GraphQL.Execution;

/// <summary>Makes the server's connections.</summary>
public static class ContentDataSource
{
    // Seconds that a request waits for a connection: within this time every statement ends, and gives one back. 0 would be for ever.
    private const int LongestWait = 10;

    /// <summary>Makes a pool of read-only connections.</summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static NpgsqlDataSource Create(string connectionString) => NpgsqlDataSource.Create(Settings(connectionString));

    /// <summary>Gives a connection string with the settings of such a pool.</summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static string Settings(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        return new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "contentapi server",
            Timezone = "UTC",
            Timeout = given.Timeout is > 0 and < LongestWait ? given.Timeout : LongestWait,

            // A plan is made once per shape and connection; every operation is its own SQL text.
            MaxAutoPrepare = 500,
            AutoPrepareMinUsages = 2,

            // Compiling a statement to machine code costs more than running it; content is read from memory, where a few
            // look-ups by key beat the scan of a small table that the default costs make of them; and planning costs more
            // than a page: one plan is made for all values, where PostgreSQL by default may plan anew for each request.
            Options = "-c jit=off -c random_page_cost=1.1 -c plan_cache_mode=force_generic_plan -c default_transaction_read_only=on -c statement_timeout=10000",
        }.ConnectionString;
    }
}
