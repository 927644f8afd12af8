using System.Runtime.CompilerServices;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>Statements on the connection of a run; parameters are <c>$1</c>, <c>$2</c> …. An array of texts must be cast to object, or each of them is one.</summary>
internal static class ConnectionQueries
{
    /// <summary>Gives the rows one by one; nothing else may use the connection meanwhile.</summary>
    public static async IAsyncEnumerable<T> QueryAsync<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, [EnumeratorCancellation] CancellationToken ct, params object?[] parameters)
    {
        await using var command = Make(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return read(reader);
    }

    /// <summary>Gives all rows.</summary>
    public static async Task<List<T>> ListAsync<T>(this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params object?[] parameters)
    {
        var list = new List<T>();
        await foreach (var item in connection.QueryAsync(sql, read, ct, parameters))
            list.Add(item);
        return list;
    }

    /// <returns>How many rows the statement changed.</returns>
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken ct, params object?[] parameters)
    {
        await using var command = Make(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public static string? GetText(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset? GetInstant(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    // A connection has one transaction at most, and its commands belong to it.
    private static NpgsqlCommand Make(NpgsqlConnection connection, string sql, object?[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        return command;
    }
}
