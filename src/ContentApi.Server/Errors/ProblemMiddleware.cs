using ContentApi.Server.Endpoints;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ContentApi.Server.Errors;

/// <summary>Turns everything that is thrown into problem details; what the client did not cause goes to the log.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ServerOptions options, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException e) when (http.RequestAborted.IsCancellationRequested || e.InnerException is ConnectionAbortedException)
        {
            // The client is gone, or was cut off by the end of the server; nobody reads an answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Find(e, http.Request).ExecuteAsync(http);
        }
    }

    private Problem Find(Exception exception, HttpRequest request)
    {
        switch (exception)
        {
            case ProblemException e:
                return options.DraftStatusCodes ? GraphQLStatus.Drafted(e.Problem) : e.Problem;
            case BadHttpRequestException e:
                return Problem.OfStatus(e.StatusCode);
            case ConnectionResetException:
                return Problem.BadRequest;
            case NpgsqlException { IsTransient: true }:
                LogMessages.DatabaseUnavailable(log, exception.Message);
                return Problem.Unavailable;
            default:
                LogMessages.RequestFailed(log, exception, request.Method, request.Path);
                return Problem.Internal;
        }
    }
}
