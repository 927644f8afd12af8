using System.Text;
using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using ContentApi.Server.Hosting;
using ContentApi.Server.Keys;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ContentApi.Server.FirstPage;

/// <summary><c>/</c>: what is in here and what to do with it, for browsers; where to go, for everyone else.</summary>
internal sealed class FirstPageEndpoint(FirstPageReader content, PageRenderer renderer, RequestContextReader contexts, ServerOptions options)
{
    // Everything comes from this server, and nothing of it runs.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task GetAsync(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept";
        var caller = await contexts.ReadAsync(http);

        // What an editor sees is for nobody else, nor is what was asked under a name.
        http.Response.Headers.CacheControl = caller.IsEditor || ApiKeyReader.IsGiven(http.Request) ? "private, no-cache" : "no-cache";
        if (AcceptHeader.Choose(http.Request, MediaType.PlainText, MediaType.Html) != MediaType.Html)
        {
            await WriteAsync(http, MediaType.PlainText, Encoding.UTF8.GetBytes(Directions(caller.PublicBaseUrl)));
            return;
        }

        var html = await RenderAsync(http, caller);
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        await WriteAsync(http, MediaType.Html, html);
    }

    private async Task<byte[]> RenderAsync(HttpContext http, RequestContext caller)
    {
        try
        {
            var model = await ReadAsync(caller, http);
            return await renderer.RenderAsync<Home>(new() { [nameof(Home.Model)] = model });
        }
        catch (ProblemException e) when (e.Problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.StatusCode = e.Problem.Status;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.RetryAfter = "5";
            return await renderer.RenderAsync<ProblemPage>(new() { [nameof(ProblemPage.Detail)] = e.Problem.Detail, [nameof(ProblemPage.Code)] = e.Problem.Code });
        }
    }

    private async Task<HomeModel> ReadAsync(RequestContext caller, HttpContext http)
    {
        try
        {
            return new HomeModel
            {
                Content = await content.ReadAsync(http.RequestAborted),
                Imports = caller.IsEditor ? await TryReadImportsAsync(http.RequestAborted) : null,
                Endpoint = $"{caller.PublicBaseUrl}/graphql",
                Folder = caller.IsEditor ? options.ContentFolder : null,
            };
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
        {
            throw new ProblemException(Problem.DatabaseOutdated);
        }
        catch (OperationCanceledException) when (RequestLimit.IsOver(http))
        {
            throw new ProblemException(Problem.TooSlow);
        }
        catch (NpgsqlException e) when (e.IsTransient)
        {
            throw new ProblemException(Problem.Unavailable);
        }
    }

    // The page is worth showing without this part, to a role that may not read it or a database that takes too long.
    private async Task<ImportsAnswer?> TryReadImportsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await content.TryReadImportsAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }

    private static string Directions(string address) =>
        $$"""
        ContentApi: a folder of content as a GraphQL API.

        GraphQL   {{address}}/graphql
                  curl {{address}}/graphql --json '{"query": "{ site { articleCount } }"}'
        GraphiQL  the same address in a browser
        Health    {{address}}/health/ready

        """;

    private static Task WriteAsync(HttpContext http, string mediaType, byte[] body)
    {
        http.Response.ContentType = $"{mediaType}; charset=utf-8";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }
}
