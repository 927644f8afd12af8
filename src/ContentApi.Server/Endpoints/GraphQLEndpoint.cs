using System.Text.Json;
using ContentApi.GraphQL;
using ContentApi.Server.Caching;
using ContentApi.Server.Documents;
using ContentApi.Server.Errors;
using ContentApi.Server.Hosting;
using ContentApi.Server.Keys;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Endpoints;

/// <summary><c>/graphql</c>: GraphQL over HTTP for programs, GraphiQL for browsers.</summary>
internal sealed class GraphQLEndpoint(
    ServerOptions options, CachedExecutor executor, DocumentStore documents, RequestContextReader contexts, GraphQLResponseWriter writer, IdeEndpoint ide)
{
    /// <summary>Answers GET and HEAD.</summary>
    public async Task GetAsync(HttpContext http)
    {
        var mediaType = AcceptHeader.Choose(http.Request, MediaType.Json, MediaType.GraphQLResponse, MediaType.Html);
        if (mediaType == MediaType.Html)
        {
            await ide.WritePageAsync(http);
            return;
        }

        await AnswerAsync(http, mediaType, static request => ValueTask.FromResult(GraphQLRequestParser.FromQuery(request.Query)));
    }

    /// <summary>Answers GET and HEAD of an address that names a trusted document and, if it has several, the operation.</summary>
    public Task GetPersistedAsync(HttpContext http)
    {
        var (id, operation) = ((string)http.Request.RouteValues["id"]!, (string?)http.Request.RouteValues["operationName"]);
        return operation is not null && documents.ReadAddress($"{id}/{operation}") is { } frozen
            ? AnswerAsync(http, frozen)
            : AnswerAsync(http, ChooseJson(http), request => ValueTask.FromResult(GraphQLRequestParser.FromQuery(request.Query, id, operation)));
    }

    /// <summary>Answers GET and HEAD of an address that a file can have too: it names the document, the operation and, in its path, the variables.</summary>
    public Task GetFrozenAsync(HttpContext http) =>
        documents.ReadAddress((string)http.Request.RouteValues["address"]!) is { } frozen ? AnswerAsync(http, frozen) : throw new ProblemException(Problem.NotFound);

    /// <summary>Answers POST.</summary>
    public Task PostAsync(HttpContext http) =>
        AnswerAsync(http, ChooseJson(http), static request => RequestBody.ReadAsync(request, GraphQLRequestParser.FromJson, request.HttpContext.RequestAborted));

    private static string? ChooseJson(HttpContext http) => AcceptHeader.Choose(http.Request, MediaType.Json, MediaType.GraphQLResponse);

    private Task AnswerAsync(HttpContext http, FrozenAddress address) =>
        AnswerAsync(http, ChooseJson(http), request => ValueTask.FromResult(GraphQLRequestParser.FromPath(request.Query, address)));

    private async Task AnswerAsync(HttpContext http, string? mediaType, Func<HttpRequest, ValueTask<IncomingRequest>> read)
    {
        if (mediaType is null)
            throw new ProblemException(Problem.NotAcceptable);

        var context = await contexts.ReadAsync(http);
        var incoming = await read(http.Request);
        var cost = CostHeader.Read(http.Request);
        if (incoming.Batch.ValueKind == JsonValueKind.Array)
        {
            await BatchResponseWriter.WriteAsync(http, ExecuteAsync(http, GraphQLRequestParser.FromArray(incoming.Batch, options.MaxBatchSize), context, cost));
            return;
        }

        await writer.WriteAsync(http, await ExecuteAsync(http, incoming, context, cost), mediaType);
    }

    // One after the other: fifty requests of the highest cost take no more of the server than a client that sends them so, and their time together is that of one.
    // A cost that they shared would refuse requests for the company that a client happened to send them in.
    private async IAsyncEnumerable<GraphQLResponse> ExecuteAsync(HttpContext http, IReadOnlyList<IncomingRequest> batch, RequestContext context, GraphQLCostMode cost)
    {
        foreach (var incoming in batch)
        {
            yield return RequestLimit.IsOver(http) ? ExecutionRefusals.Unavailable : (await ExecuteAsync(http, incoming, context, cost)).Response;
        }
    }

    private async ValueTask<CacheAnswer> ExecuteAsync(HttpContext http, IncomingRequest incoming, RequestContext context, GraphQLCostMode cost)
    {
        if (documents.Find(incoming, out var refusal) is not { } document)
            return new CacheAnswer(refusal!, Stored: null);
        var request = new GraphQLRequest { Query = document, OperationName = incoming.OperationName, Variables = incoming.Variables, Explain = incoming.Explain, Cost = cost };
        try
        {
            return await executor.AnswerAsync(request, context, ApiKeyReader.IsGiven(http.Request), http.RequestAborted);
        }
        catch (OperationCanceledException) when (RequestLimit.IsOver(http))
        {
            return new CacheAnswer(ExecutionRefusals.Unavailable, Stored: null);
        }
    }
}
