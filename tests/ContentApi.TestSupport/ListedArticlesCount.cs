using ContentApi.Data;
using Npgsql;

namespace ContentApi.TestSupport;

/// <summary>Counts what the importer counts, for content that came another way.</summary>
public static class ListedArticlesCount
{
    /// <summary>Gives the statements.</summary>
    public static string Sql { get; } = string.Join(";\n", new[] { "category", "tag", "author" }.Select(name => $"""
        update {name} t set listed_articles = (select count(*) from article_{name} where {name}_id = t.id and {ListedArticles.Condition})
        """));

    /// <summary>Runs them.</summary>
    public static async Task RunAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
