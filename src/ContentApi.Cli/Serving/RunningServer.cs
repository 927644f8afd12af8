using System.Net.Sockets;
using ContentApi.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace ContentApi.Cli.Serving;

/// <summary>A server that answers.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    // Requests that take longer are cut off; the database has to stop in the same ten seconds.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(3);

    private readonly WebApplication _app;

    private RunningServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, without an outer slash; a port that was asked for as 0 is the one that was found.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Urls.Select(address => address.TrimEnd('/'))];

    /// <summary>Starts a server.</summary>
    /// <param name="options">What it serves, and where.</param>
    /// <param name="option">The option that names another address, for the message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandFault">It cannot listen there.</exception>
    public static async Task<RunningServer> StartAsync(ServerOptions options, string option, CancellationToken cancellationToken)
    {
        var app = Build(options);
        try
        {
            await app.StartAsync(cancellationToken);
            return new RunningServer(app);
        }
        catch (Exception fault)
        {
            await app.DisposeAsync();
            var refusal = fault.GetBaseException();
            throw refusal is SocketException or AddressInUseException
                ? new CommandFault($"Cannot listen on {string.Join(", ", options.Urls)}: {refusal.Message.TrimEnd('.')}. Choose another address with {option}.")
                : fault;
        }
    }

    // Trusted documents are read here.
    private static WebApplication Build(ServerOptions options)
    {
        try
        {
            return ServerApp.Build(options);
        }
        catch (ArgumentException fault) when (options.DocumentFolder is not null && fault.ParamName is "file" or "folder")
        {
            throw new CommandFault(DocumentFolder.SentenceOf(fault));
        }
    }

    /// <summary>Returns when the server stops, or when it should.</summary>
    public async Task WaitForStopAsync(CancellationToken cancellationToken)
    {
        // A signal reaches both, at the same time.
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var byServer = _app.Lifetime.ApplicationStopping.Register(() => stopping.TrySetResult());
        await using var byCaller = cancellationToken.Register(() => stopping.TrySetResult());
        await stopping.Task;
    }

    /// <summary>Lets running requests end, for a short time.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }
}
