using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using ContentApi.Server.Keys;
using ContentApi.Server.Live;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Endpoints;

/// <summary><c>/graphql</c>: GraphQL over HTTP for programs, GraphiQL for browsers.</summary>
internal sealed class GraphQLEndpoint(LiveExecutor executor, RequestContextReader contexts, IdeEndpoint ide)
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

    /// <summary>Answers POST.</summary>
    public Task PostAsync(HttpContext http)
    {
        var mediaType = AcceptHeader.Choose(http.Request, MediaType.Json, MediaType.GraphQLResponse);
        return AnswerAsync(http, mediaType, static async request =>
        {
            var body = await RequestBody.ReadAsync(request, request.HttpContext.RequestAborted);
            return GraphQLRequestParser.FromJson(body.Span);
        });
    }

    private async Task AnswerAsync(HttpContext http, string? mediaType, Func<HttpRequest, ValueTask<GraphQLRequest>> read)
    {
        if (mediaType is null)
            throw new ProblemException(Problem.NotAcceptable);

        var context = await contexts.ReadAsync(http);
        var request = await read(http.Request) with { Cost = CostHeader.Read(http.Request) };
        var answer = await executor.ExecuteAsync(request, context, http.RequestAborted);

        var response = http.Response;
        response.StatusCode = Status(answer.Outcome, mediaType);
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.ContentLength = answer.Body.Length;
        response.Headers.CacheControl = ApiKeyReader.IsGiven(http.Request) ? "private, no-store" : "no-store";
        response.Headers.Vary = $"Accept, {CostHeader.Name}";
        if (answer.Outcome == GraphQLOutcome.Unavailable)
        {
            response.Headers.RetryAfter = "5";
        }

        await response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    // Old clients take any status but 200 for a failure of the network and look no further, so application/json says 200
    // wherever there is a GraphQL answer to read.
    private static int Status(GraphQLOutcome outcome, string mediaType) => outcome switch
    {
        GraphQLOutcome.Executed => StatusCodes.Status200OK,
        GraphQLOutcome.Refused => mediaType == MediaType.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        GraphQLOutcome.TooLarge => StatusCodes.Status413PayloadTooLarge,
        GraphQLOutcome.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
    };
}
