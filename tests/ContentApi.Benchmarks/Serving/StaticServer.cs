using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Benchmarks.Serving;

/// <summary>Kestrel with one answer for everything, and nothing before it: no routing, no negotiation, no look-up.</summary>
internal sealed class StaticServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private byte[] _body = [];
    private int _status;
    private KeyValuePair<string, string>[] _headers = [];

    private StaticServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts it.</summary>
    public static async Task<StaticServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        var server = new StaticServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Makes it answer as another server did: the same status, headers and bytes.</summary>
    public async Task ImitateAsync(HttpResponseMessage response)
    {
        _status = (int)response.StatusCode;
        _body = await response.Content.ReadAsByteArrayAsync();
        _headers = [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(header => header.Key is not ("Date" or "Content-Length"))
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = _status;
        foreach (var (name, value) in _headers)
            response.Headers[name] = value;
        if (_body.Length == 0)
            return Task.CompletedTask;
        response.ContentLength = _body.Length;
        return response.Body.WriteAsync(_body, http.RequestAborted).AsTask();
    }
}
