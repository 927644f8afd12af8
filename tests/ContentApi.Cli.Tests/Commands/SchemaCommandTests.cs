using ContentApi.Cli.Tests.Support;
using ContentApi.Data;
using ContentApi.GraphQL.Schema;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Cli.Tests.Commands;

public sealed class SchemaCommandTests
{
    [Fact]
    public async Task Print_gives_the_file_byte_for_byte()
    {
        var run = await CommandRun.OfAsync("schema", "print");

        var file = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "schema", "schema.graphql"), TestContext.Current.CancellationToken);
        Assert.Equal(new CommandRun(0, file, ""), run);
    }

    [Fact]
    public async Task Print_gives_the_fields_of_a_database_that_is_named_and_of_no_other()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var fields = CustomFields.Write([new CustomField("rating", "rating", "Float")]);
            await using var command = new NpgsqlCommand(
                $"insert into source (id, name, root, address, dialect, options_hash, time_zone, default_locale, fields) values (gen_random_uuid(), 'a', '/', '/', 'HEXO', '', 'UTC', 'en', '{fields}')", connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var named = await CommandRun.OfAsync("schema", "print", "--database", database.ConnectionString);
        var own = await CommandRun.OfAsync(["schema", "print"], new Dictionary<string, string> { ["CONTENTAPI_DATABASE"] = database.ConnectionString });

        Assert.Equal((0, ""), (named.ExitCode, named.Error));
        Assert.Contains("  \"The front matter's `rating`; null when the article has none.\"\n  rating: Float\n", named.Output, StringComparison.Ordinal);
        Assert.Equal(ContentSchema.Sdl, own.Output);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told() =>
        Assert.Equal((2, ""), await CommandRun.OfAsync("schema", "print", "--database", "postgres://localhost:1/none") is var run ? (run.ExitCode, run.Output) : default);

    [Fact]
    public async Task Check_says_ok() => Assert.Equal(new CommandRun(0, "ok\n", ""), await CommandRun.OfAsync("schema", "check"));
}
