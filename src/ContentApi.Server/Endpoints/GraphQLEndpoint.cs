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
internal sealed class GraphQLEndpoint(CachedExecutor executor, DocumentStore documents, RequestContextReader contexts, GraphQLResponseWriter writer, IdeEndpoint ide)
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
    public Task GetPersistedAsync(HttpContext http) => AnswerAsync(
        http,
        AcceptHeader.Choose(http.Request, MediaType.Json, MediaType.GraphQLResponse),
        static request => ValueTask.FromResult(GraphQLRequestParser.FromQuery(request.Query, (string)request.RouteValues["id"]!, (string?)request.RouteValues["operationName"])));

    /// <summary>Answers POST.</summary>
    public Task PostAsync(HttpContext http)
    {
        var mediaType = AcceptHeader.Choose(http.Request, MediaType.Json, MediaType.GraphQLResponse);
        return AnswerAsync(http, mediaType, static request => RequestBody.ReadAsync(request, GraphQLRequestParser.FromJson, request.HttpContext.RequestAborted));
    }

    private async Task AnswerAsync(HttpContext http, string? mediaType, Func<HttpRequest, ValueTask<IncomingRequest>> read)
    {
        if (mediaType is null)
            throw new ProblemException(Problem.NotAcceptable);

        var context = await contexts.ReadAsync(http);
        var incoming = await read(http.Request);
        var cost = CostHeader.Read(http.Request);
        if (documents.Find(incoming, out var refusal) is not { } document)
        {
            await writer.WriteAsync(http, new CacheAnswer(refusal!, Stored: null), mediaType);
            return;
        }

        await writer.WriteAsync(http, await ExecuteAsync(http, incoming, document, context, cost), mediaType);
    }

    private async ValueTask<CacheAnswer> ExecuteAsync(HttpContext http, IncomingRequest incoming, string document, RequestContext context, GraphQLCostMode cost)
    {
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
