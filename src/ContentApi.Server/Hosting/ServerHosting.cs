using ContentApi.GraphQL.Execution;
using ContentApi.Server.Caching;
using ContentApi.Server.Documents;
using ContentApi.Server.Endpoints;
using ContentApi.Server.FirstPage;
using ContentApi.Server.Keys;
using ContentApi.Server.Live;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ContentApi.Server.Hosting;

/// <summary>What the server is made of.</summary>
internal static class ServerHosting
{
    /// <summary>Sets up Kestrel with its limits.</summary>
    public static void AddKestrel(this WebApplicationBuilder builder, IReadOnlyList<string> urls)
    {
        builder.WebHost.UseKestrelCore().UseUrls([.. urls]).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxDrainedBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

            // HTTP/2 says in each request what HTTP/1.1 takes from the connection.
            kestrel.AllowAlternateSchemes = true;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.UseBothVersions(kestrel.Limits.KeepAliveTimeout));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
    }

    /// <summary>Warnings and errors on stderr; stdout belongs to the command line.</summary>
    public static void AddQuietConsole(this WebApplicationBuilder builder)
    {
        // Kestrel warns that without TLS it chooses HTTP/1.1, and does not know that the choice is made before (PriorKnowledge).
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.ColorBehavior = LoggerColorBehavior.Disabled);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>Adds the services behind the endpoints.</summary>
    public static void AddContentApi(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(options.Ide);
        services.AddSingleton(_ => ContentDataSource.Create(options.ConnectionString));
        services.AddSingleton<LiveExecutor>();
        services.AddSingleton<WatcherDatabase>();
        services.AddSingleton<ContentState>();
        services.AddHostedService<ContentWatcher>();
        services.AddSingleton<ResponseCache>();
        services.AddSingleton<CachedExecutor>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<GraphQLResponseWriter>();
        services.AddSingleton<ApiKeyReader>();
        services.AddSingleton<ApiKeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<ApiKeyUses>());
        services.AddSingleton<RequestContextReader>();
        services.AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<ImageEndpoint>();
        services.AddSingleton<HealthEndpoints>();
        services.AddSingleton<IdeEndpoint>();
        services.AddSingleton<FirstPageReader>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<FirstPageEndpoint>();
        services.AddRequestLimit(options.RequestLimit);
        services.AddRoutingCore();

        // Public data, no cookies: pages of every site may read it, unless the operator names some.
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. options.CorsOrigins ?? ["*"]])
            .AllowAnyHeader()
            .WithMethods("GET", "HEAD", "POST")
            .WithExposedHeaders("ETag", "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }
}
