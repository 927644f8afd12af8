using System.Data;
using Npgsql;

namespace ContentApi.Benchmarks.Queries.Contenders.HandWritten;

/// <summary>A person's statement for each question, prepared, its one value copied as bytes.</summary>
/// <param name="dataSource">Shared by all contenders.</param>
internal sealed class HandWrittenContender(NpgsqlDataSource dataSource) : IContender
{
    /// <inheritdoc/>
    public string Name => "hand-written SQL";

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(QuestionKind kind, Request request)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Statements.Of(kind), connection);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow() });
        switch (kind)
        {
            case QuestionKind.ByPath:
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Path });
                break;
            case QuestionKind.Title:
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.Id });
                break;
            case QuestionKind.Filtered:
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Category });
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Tag });
                command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = request.AfterPublished });
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.AfterId });
                break;
        }

        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow);
        await reader.ReadAsync();
        await using var stream = await reader.GetStreamAsync(0);
        var body = new byte[stream.Length];
        await stream.ReadExactlyAsync(body);
        return body;
    }
}
