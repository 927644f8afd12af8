using ContentApi.Importer;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Data.Tests;

/// <summary>Databases that earlier releases wrote, brought to the present version.</summary>
public sealed class ReleaseTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.Data.Tests", "Releases");

    // Everything that a query or another migration could meet, but for the order of columns.
    private const string SchemaSql = """
        select 'column ' || concat_ws(' ', c.table_name, c.column_name, c.data_type, c.udt_name, c.is_nullable, c.column_default, c.collation_name,
          c.generation_expression, (select a.attcompression from pg_attribute a where a.attrelid = format('%I', c.table_name)::regclass and a.attname = c.column_name))
        from information_schema.columns c where c.table_schema = 'public'
        union all select indexdef from pg_indexes where schemaname = 'public'
        union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
        order by 1
        """;

    private const string TablesSql = "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1";

    public static TheoryData<string> Releases => [.. Directory.GetFiles(Folder, "*.sql").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task A_database_of_a_release_becomes_one_of_this_version(string release)
    {
        var server = await PostgresServer.GetAsync();
        await using var fresh = await server.CreateDatabaseAsync();
        await using var restored = await RestoreAsync(server, release);

        await DatabaseMigrator.MigrateAsync(restored.ConnectionString, Cancel);

        Assert.True(await DatabaseMigrator.IsCurrentAsync(restored.ConnectionString, Cancel));
        Assert.Equal(await ListAsync(fresh, SchemaSql), await ListAsync(restored, SchemaSql));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Its_rows_are_still_there(string release)
    {
        await using var restored = await RestoreAsync(await PostgresServer.GetAsync(), release);
        var tables = await ListAsync(restored, TablesSql);
        Assert.Contains("article", tables);
        await ListAsync(restored, $"create schema before; {string.Join("; ", tables.Select(table => $"create table before.\"{table}\" as select to_jsonb(t) as row from public.\"{table}\" t"))}");
        await DatabaseMigrator.MigrateAsync(restored.ConnectionString, Cancel);

        foreach (var table in tables)
        {
            var lost = await ListAsync(restored, $"select row::text from before.\"{table}\" where not exists (select from public.\"{table}\" t where to_jsonb(t) @> row)");
            Assert.True(lost.Count == 0, $"{table} lost {string.Join(", ", lost)}");
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task The_same_folder_imports_over_it_and_its_articles_stay_who_they_are(string release)
    {
        await using var restored = await RestoreAsync(await PostgresServer.GetAsync(), release);
        var before = await ListAsync(restored, "select id || ' ' || file_path from article");
        await DatabaseMigrator.MigrateAsync(restored.ConnectionString, Cancel);
        var options = new ImportOptions { Folder = Path.Combine(Folder, "content"), ConnectionString = restored.ConnectionString, SourceName = "content", Prune = true };

        var first = await new ContentImporter(TimeProvider.System).ImportAsync(options, progress: null, Cancel);
        var second = await new ContentImporter(TimeProvider.System).ImportAsync(options, progress: null, Cancel);

        Assert.Equal((0, 0, 0), (first.Failed, first.Removed, first.Renamed));
        Assert.Equal(second.Files, second.Unchanged);
        Assert.NotEmpty(before);
        Assert.Empty(before.Except(await ListAsync(restored, "select id || ' ' || file_path from article")));
        Assert.Empty(await ListAsync(restored, "select a.file_path from article a left join article_body b on b.article_id = a.id and b.hash = a.body_hash where b.hash is null or b.hash = '00000000-0000-0000-0000-000000000000'"));
    }

    private static async Task<TestDatabase> RestoreAsync(PostgresServer server, string release)
    {
        var database = await server.CreateEmptyDatabaseAsync();

        // A dump changes settings of its session, which must not come back from the pool.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(await File.ReadAllTextAsync(Path.Combine(Folder, release), Cancel), connection);
        await command.ExecuteNonQueryAsync(Cancel);
        return database;
    }

    private static async Task<List<string>> ListAsync(TestDatabase database, string sql)
    {
        var rows = new List<string>();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
