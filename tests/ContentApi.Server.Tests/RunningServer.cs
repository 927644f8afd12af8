using System.Net.Sockets;
using System.Text;
using ContentApi.Server.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ContentApi.Server.Tests;

/// <summary>A server in this process on a free port, and a client that follows no redirect and inflates nothing.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>What answers its requests.</summary>
    public LiveExecutor Executor => _app.Services.GetRequiredService<LiveExecutor>();

    public static async Task<RunningServer> StartAsync(string connectionString, Func<ServerOptions, ServerOptions>? change = null)
    {
        var options = new ServerOptions { ConnectionString = connectionString, Urls = ["http://127.0.0.1:0"] };
        var app = ServerApp.Build(change?.Invoke(options) ?? options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningServer(app);
    }

    /// <summary>Sends what no client would and reads until the server closes the connection.</summary>
    public Task<string> SendRawAsync(string request) => SendRawAsync(Encoding.UTF8.GetBytes(request), thenNothing: false);

    /// <inheritdoc cref="SendRawAsync(string)"/>
    /// <param name="request">The bytes.</param>
    /// <param name="thenNothing">Says afterwards that nothing more comes.</param>
    public async Task<string> SendRawAsync(byte[] request, bool thenNothing)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        if (thenNothing)
            client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Stops; the token ends what is still under way.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
