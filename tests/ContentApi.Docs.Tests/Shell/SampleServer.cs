using System.Diagnostics;
using ContentApi.TestSupport;

namespace ContentApi.Docs.Tests.Shell;

/// <summary><c>contentapi dev</c> on the sample content.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private const string Ready = "ready: ";

    private readonly TemporaryFolder _data = new();
    private Process? _process;

    /// <summary>The GraphQL endpoint.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var samples = Path.Combine(RepositoryFiles.Root, "samples", "content");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "contentapi"), ["dev", samples, "--port", "0", "--no-watch", "--data", _data["data"]])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        var errors = _process.StandardError.ReadToEndAsync();
        string? line;
        do
            line = await _process.StandardOutput.ReadLineAsync();
        while (line?.StartsWith(Ready, StringComparison.Ordinal) == false);
        Address = line?[Ready.Length..] ?? throw new InvalidOperationException($"dev ended: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        using var kill = Process.Start("kill", [$"{_process!.Id}"]);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Dispose();
    }
}
