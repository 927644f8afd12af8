using System.Text;
using System.Text.Json;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;
using ContentApi.Server.Caching;

namespace ContentApi.Server.Freezing;

/// <summary>Answers requests as an anonymous reader has them answered, all from one version of the content. Safe for many threads.</summary>
/// <param name="executor">Answers.</param>
/// <param name="snapshot">The content that answers have to be of.</param>
/// <param name="publicUrl">Address under which clients reach pictures; null when it was not given.</param>
internal sealed class SnapshotExecutor(GraphQLExecutor executor, ContentSnapshot snapshot, string? publicUrl)
{
    // No address begins with it (RFC 2606), so an answer that has it needs the one that was not given.
    private const string NoUrl = "http://public-url.invalid";
    private static readonly byte[] NoUrlText = Encoding.UTF8.GetBytes(NoUrl);

    private readonly RequestContext _context = new() { PublicBaseUrl = publicUrl ?? NoUrl };

    /// <summary>Gives the body of an answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="file">The file that it comes from, for findings.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ContentChangedException">The content is another one.</exception>
    /// <exception cref="FreezeFindingException">The answer has errors.</exception>
    /// <exception cref="FreezeRefusedException">The database is away, or the answer holds addresses that nobody gave.</exception>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(GraphQLRequest request, string file, CancellationToken cancellationToken)
    {
        var response = await executor.ExecuteAsync(request, _context, cancellationToken);
        var body = response.Body;
        if (body.Span.StartsWith("{\"errors\""u8))
            throw Refuse(request, file, response);
        if (response.ContentVersion is { } version && version != snapshot.Version)
            throw new ContentChangedException($"The content changed from version {snapshot.Version} to {version}");
        return publicUrl is null && body.Span.IndexOf(NoUrlText) >= 0
            ? throw new FreezeRefusedException($"{file}: an answer of {Describe(request)} holds addresses of pictures: say with --public-url under which address clients reach them.")
            : body;
    }

    private static Exception Refuse(GraphQLRequest request, string file, GraphQLResponse response)
    {
        using var json = JsonDocument.Parse(response.Body);
        var error = json.RootElement.GetProperty("errors")[0];
        var message = error.GetProperty("message").GetString()!;
        return response.Outcome == GraphQLOutcome.Unavailable
            ? new FreezeRefusedException(message)
            : new FreezeFindingException(new FreezeFinding(file, $"{Describe(request)} has errors: {message} ({error.GetProperty("extensions").GetProperty("code").GetString()})"));
    }

    private static string Describe(GraphQLRequest request)
    {
        var operation = request.OperationName ?? "The query";
        return request.Variables.ValueKind == JsonValueKind.Undefined ? operation : $"{operation} with {request.Variables.GetRawText()}";
    }
}
