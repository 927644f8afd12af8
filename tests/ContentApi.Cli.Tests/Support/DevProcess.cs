using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ContentApi.Cli.Tests.Support;

/// <summary>A running <c>contentapi dev</c>.</summary>
internal sealed class DevProcess : IAsyncDisposable
{
    private const string Ready = "ready: ";

    private readonly Process _process;
    private readonly string _data;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _error = [];

    private DevProcess(Process process, string data) => (_process, _data) = (process, data);

    /// <summary>The lines of standard output so far.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>Standard error so far, but for progress.</summary>
    public string Error => string.Join('\n', _error.Where(line => !CommandRun.IsProgress(line)));

    public string Address => Output.Single(line => line.StartsWith(Ready, StringComparison.Ordinal))[Ready.Length..];

    /// <summary>The process id of the private server, from the file that it keeps as long as it runs.</summary>
    public int ServerId => int.Parse(File.ReadLines(Path.Combine(_data, "postgres", "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Starts it on a free port and waits until it says that it is ready.</summary>
    public static async Task<DevProcess> StartAsync(string folder, string data, params string[] more)
    {
        var start = CommandRun.CreateStart(["dev", folder, "--port", "0", "--data", data, .. more], new Dictionary<string, string>());
        var dev = new DevProcess(Process.Start(start)!, data);
        dev._process.OutputDataReceived += (_, line) => Keep(dev._output, line.Data);
        dev._process.ErrorDataReceived += (_, line) => Keep(dev._error, line.Data);
        dev._process.BeginOutputReadLine();
        dev._process.BeginErrorReadLine();
        await Wait.UntilAsync("ready", () => Task.FromResult(dev._process.HasExited || dev.Says(Ready)), seconds: 120);
        Assert.True(dev.Says(Ready), $"dev ended with {(dev._process.HasExited ? dev._process.ExitCode : 0)}:\n{string.Join('\n', dev.Output)}\n{dev.Error}");
        return dev;
    }

    /// <summary>True when a line of standard output holds the text.</summary>
    public bool Says(string text) => Output.Any(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Asks the API.</summary>
    public async Task<JsonElement> QueryAsync(string query)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(Address, new { query }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            var server = ServerId;
            _process.Kill();
            await Wait.UntilAsync("end of the private server", () => Task.FromResult(!IsAlive(server)));
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
