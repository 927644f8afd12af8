using ContentApi.Data.Rows;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Data.Tests;

public sealed class TableTests
{
    [Fact]
    public void Names_come_from_the_model()
    {
        var table = TableMap.Of<ArticleRow>();

        Assert.Equal("article", table.Name);
        Assert.Equal("published_sort", table.Column(x => x.PublishedSort));
        Assert.True(table.IsNullable(x => x.PublishedAt));
        Assert.False(table.IsNullable(x => x.Title));
    }

    [Fact]
    public void What_is_no_column_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableMap.Of<ArticleRow>().Column(x => x.Title.Length));

    [Fact]
    public async Task The_database_has_every_column_under_the_name_that_the_map_gives()
    {
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var columns = string.Join(", ", TableMap.Of<ArticleRow>().WritableColumns);
        await using var command = new NpgsqlCommand($"select {columns} from {TableMap.Of<ArticleRow>().Name}", connection);

        Assert.Null(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("published_sort", columns, StringComparison.Ordinal);
    }
}
