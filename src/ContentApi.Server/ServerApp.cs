using ContentApi.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContentApi.Server;

/// <summary>The HTTP server.</summary>
public static class ServerApp
{
    /// <summary>Makes a server; the caller starts, stops and disposes it.</summary>
    /// <exception cref="ArgumentException">The connection string or an address cannot be read.</exception>
    public static WebApplication Build(ServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Services.AddSingleton(_ => ContentDataSource.Create(options.ConnectionString));
        return builder.Build();
    }
}
