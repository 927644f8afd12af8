using System.Text;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using Npgsql;

namespace ContentApi.Benchmarks.Queries.Contenders;

/// <summary>ContentApi, from the request object to the bytes of the body; nothing is cached but documents and plans.</summary>
/// <param name="dataSource">Shared by all contenders.</param>
internal sealed class ContentApiContender(NpgsqlDataSource dataSource) : IContender, IDisposable
{
    private readonly GraphQLExecutor _executor = new(dataSource, TimeProvider.System);
    private readonly RequestContext _context = new() { PublicBaseUrl = PublicAddress.Value };

    /// <inheritdoc/>
    public string Name => "ContentApi";

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(QuestionKind kind, Request request)
    {
        var response = await _executor.ExecuteAsync(new GraphQLRequest { Query = Documents.Of(kind), Variables = request.Variables }, _context, CancellationToken.None);
        return response.Outcome == GraphQLOutcome.Executed ? response.Body : throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span));
    }

    /// <inheritdoc/>
    public void Dispose() => _executor.Dispose();
}
