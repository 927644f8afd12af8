using ContentApi.Server.Endpoints;
using ContentApi.Server.Errors;
using ContentApi.Server.FirstPage;
using ContentApi.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace ContentApi.Server;

/// <summary>The HTTP server.</summary>
public static class ServerApp
{
    private static readonly string[] Get = ["GET", "HEAD"];

    /// <summary>Makes a server; the caller starts, stops and disposes of it.</summary>
    /// <exception cref="ArgumentException">The connection string or the public address cannot be read.</exception>
    public static WebApplication Build(ServerOptions options)
    {
        // Empty: neither environment variables nor an appsettings.json in the folder that happens to be current change it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.AddKestrel(options.Urls);
        builder.AddQuietConsole();
        builder.Services.AddContentApi(options);

        var app = builder.Build();
        app.Use(AddNoSniff);
        if (options.CorsOrigins is not null)
            app.Use(VaryByOrigin);
        app.UseMiddleware<ProblemMiddleware>();
        app.UseStatusCodePages(page => Problem.OfStatus(page.HttpContext.Response.StatusCode).ExecuteAsync(page.HttpContext));
        app.UseCors();
        app.UseRequestTimeouts();

        var graphQL = app.Services.GetRequiredService<GraphQLEndpoint>();
        app.MapMethods("/graphql", Get, graphQL.GetAsync).RequireCors();
        app.MapPost("/graphql", graphQL.PostAsync).RequireCors();
        app.MapMethods("/graphql/persisted/{id}/{operationName?}", Get, graphQL.GetPersistedAsync).RequireCors();
        app.MapMethods("/graphql/persisted/{**address}", Get, graphQL.GetFrozenAsync).RequireCors();
        app.MapMethods("/images/{id}/{name}", Get, app.Services.GetRequiredService<ImageEndpoint>().GetAsync).RequireCors().DisableRequestTimeout();
        app.MapMethods("/ide/{name}", Get, app.Services.GetRequiredService<IdeEndpoint>().GetFile).DisableRequestTimeout();
        app.MapMethods("/health/live", Get, HealthEndpoints.Live);
        app.MapMethods("/health/ready", Get, app.Services.GetRequiredService<HealthEndpoints>().ReadyAsync);
        app.MapMethods("/assets/{name}", Get, PageAssets.Get).DisableRequestTimeout();
        app.MapMethods("/", Get, app.Services.GetRequiredService<FirstPageEndpoint>().GetAsync);
        return app;
    }

    // Also where the origin is not allowed or there is none: a cache in front must not give that answer to a page that may read it. What CORS adds is there
    // already, since the first to register comes last.
    private static Task VaryByOrigin(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (!headers.Vary.ToString().Contains(HeaderNames.Origin, StringComparison.Ordinal))
                headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Origin);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static Task AddNoSniff(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
