using System.Data;
using Npgsql;

namespace ContentApi.Benchmarks.Queries;

/// <summary>A person's statement, prepared, its one value copied as bytes.</summary>
internal static class HandWrittenSql
{
    /// <summary>Answers one request.</summary>
    public static async Task<int> AnswerAsync(NpgsqlDataSource dataSource, Scenario scenario, int n)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(scenario.HandWritten, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = TimeProvider.System.GetUtcNow() });
        foreach (var (name, value) in scenario.Variables(n))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = Scenarios.Parameter(name, value) });
        }

        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow);
        await reader.ReadAsync();
        await using var stream = await reader.GetStreamAsync(0);
        var body = new byte[stream.Length];
        await stream.ReadExactlyAsync(body);
        return body.Length;
    }
}
