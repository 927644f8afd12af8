using ContentApi.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContentApi.Data.Tests;

public sealed class DatabaseMigratorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_is_brought_to_the_present_version_once()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();

        Assert.False(await DatabaseMigrator.IsCurrentAsync(database.ConnectionString, Cancel));
        Assert.NotEqual(0, await DatabaseMigrator.MigrateAsync(database.ConnectionString, Cancel));
        Assert.True(await DatabaseMigrator.IsCurrentAsync(database.ConnectionString, Cancel));
        Assert.Equal(0, await DatabaseMigrator.MigrateAsync(database.ConnectionString, Cancel));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(database.ConnectionString));
        await context.Database.ExecuteSqlRawAsync("insert into \"__EFMigrationsHistory\" values ('29990101000000_Future', '99')", Cancel);

        var refusal = await Assert.ThrowsAsync<NewerDatabaseException>(() => DatabaseMigrator.MigrateAsync(database.ConnectionString, Cancel));
        Assert.Contains("29990101000000_Future", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Update ContentApi", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NewerDatabaseException>(() => DatabaseMigrator.IsCurrentAsync(database.ConnectionString, Cancel));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_made()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        var missing = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false };
        missing.Database += "_missing";

        Assert.False(await DatabaseMigrator.IsCurrentAsync(missing.ConnectionString, Cancel));
        Assert.NotEqual(0, await DatabaseMigrator.MigrateAsync(missing.ConnectionString, Cancel));
        Assert.True(await DatabaseMigrator.IsCurrentAsync(missing.ConnectionString, Cancel));

        await ExecuteAsync(database, $"drop database \"{missing.Database}\" with (force)");
    }

    [Fact]
    public void The_migrations_hold_every_change_of_the_model()
    {
        using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString: null));

        Assert.False(context.Database.HasPendingModelChanges(), "Run 'dotnet ef migrations add NAME' in src/ContentApi.Data.");
    }

    [Fact]
    public async Task Text_is_ordered_ordinally_whatever_the_collation_of_the_database()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancel);
        const string Sql = """
            select string_agg(c.table_name || '.' || c.column_name, ', ') from information_schema.columns c
            where c.table_schema = 'public' and c.data_type = 'text' and c.collation_name is distinct from 'C'
            """;
        await using var command = new NpgsqlCommand(Sql, connection);

        Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task The_use_of_a_key_is_noted_by_who_may_read_the_keys_and_by_nobody_else()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        var (reader, stranger) = ($"reader_{Guid.NewGuid():N}", $"stranger_{Guid.NewGuid():N}");
        await ExecuteAsync(database, $"create role {reader}; create role {stranger}; alter default privileges grant select on tables to {reader}; grant usage on schema public to {stranger}");
        try
        {
            await DatabaseMigrator.MigrateAsync(database.ConnectionString, Cancel);

            await ExecuteAsync(database, $"set role {reader}; select touch_api_key(gen_random_uuid())");
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(database, $"set role {stranger}; select touch_api_key(gen_random_uuid())"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }
        finally
        {
            await ExecuteAsync(database, $"drop owned by {reader}, {stranger}; drop role {reader}, {stranger}");
        }
    }

    // What runs with its owner's rights must be for named roles alone, and find no table or operator but those it was written for.
    [Fact]
    public async Task No_function_with_rights_of_its_own_is_for_everyone_or_follows_a_search_path()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        const string Sql = """
            select proname || ' ' || has_function_privilege('public', oid, 'execute') || ' ' || array_to_string(proconfig, ';')
            from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
            """;

        Assert.Equal("touch_api_key false search_path=pg_catalog, pg_temp", await ExecuteAsync(database, Sql));
    }

    private static async Task<object?> ExecuteAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
